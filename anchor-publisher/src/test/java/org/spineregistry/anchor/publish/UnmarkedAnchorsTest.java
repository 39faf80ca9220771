package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;

/**
 * Without the setting nothing changes. The bytes were laid out and signed with other tools (Python,
 * openssl pkeyutl) from docs/anchor-format.md, with the key of RFC 8032, TEST 1, and the first
 * block hash of the chain of these tests.
 */
class UnmarkedAnchorsTest {
  private static final String DATASET =
      "ASUXE7NYUFe+3byx0b+Ii6YQSRdVTWAJqqOe09Vr/8A6snQ697yZxV71d7/Whao509vGnhblXr4HAKiK"
          + "/tY8yQQBAAID11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURoDBkZv5SEXMv/srbpyw5vnvIzl"
          + "u8X3EmssQ5s6QAAAAAVKU1qZKSEGTSTocWDaOHx8NbXdvJK7geQfqEBBBUSN6AMAAAAAAAABAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAEDAQAFAmDqAAABAAkD6AMAAAAAAAACAQBJc3BpbmUxOmQ6ZGMyZWZmNTEx"
          + "ZDJlM2Q5ZGQxM2IyOTYxYTdmYmYyZTFmOGUwMzI4NjQ1NjFkMDJkZWViOWNjOWQzNWRkNGNlOA==";

  private static final String BATCH =
      "AQ4K8sHqTp31jfJE0dvBh+fyZuZYYl5rK8z0BEnlv9fv0DuAfUhEei/rOHL9BJTukdkqy1/x9a37fC3r"
          + "WDwu1wYBAAID11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURoDBkZv5SEXMv/srbpyw5vnvIzl"
          + "u8X3EmssQ5s6QAAAAAVKU1qZKSEGTSTocWDaOHx8NbXdvJK7geQfqEBBBUSN6AMAAAAAAAABAAAAAAAA"
          + "AAAAAAAAAAAAAAAAAAAAAAEDAQAFAmDqAAABAAkD6AMAAAAAAAACAQBLc3BpbmUxOm06ZDFjODE2Mjhh"
          + "Njc5OTY0YjgxZGM0MjZjMDIxMWI1MzI1ZmRiMTJkNzQ5YTY5Y2JiNmIxZmI4M2RmY2UzNDMxMzoz";

  private final Bench bench =
      new Bench(
          KeyPair.of(
              HexFormat.of()
                  .parseHex(
                      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                          + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));

  @Test
  void transactionsAreByteForByteThoseOfTheFormatWithoutAMarker() {
    bench.deliver(1);
    Memo batch = bench.deliverBatch(1);
    bench.step(1);

    assertThat(bench.intent(1).getAttempts().get(0).getTransaction()).isEqualTo(DATASET);
    assertThat(bench.intent(batch).getAttempts().get(0).getTransaction()).isEqualTo(BATCH);
  }

  @Test
  void noCallIsMadeMore() {
    bench.deliverBatch(1);
    int before = bench.a.calls();
    bench.anchors.step();

    assertThat(bench.a.calls() - before)
        .as("cluster, balance, rent, block hash, simulation, send")
        .isEqualTo(6);
  }
}
