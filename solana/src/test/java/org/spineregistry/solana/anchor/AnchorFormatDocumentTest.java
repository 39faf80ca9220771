package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.Repository;

/** The example in docs/anchor-format.md is an anchor of the format that it explains. */
class AnchorFormatDocumentTest {
  private static final String RFC_8032_TEST_1 =
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
          + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  private final String document = Repository.document("anchor-format.md");

  @Test
  void theExampleIsTheTransactionThatTheTextDescribes() {
    KeyPair publisher = KeyPair.of(HexFormat.of().parseHex(RFC_8032_TEST_1));
    String memo =
        "spine1:d:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // SHA-256 of
    // "abc", FIPS
    // 180-4
    byte[] expected = WireMessage.anchor(publisher, memo, 60_000, 1_000).signedBy(publisher);

    AnchorTransaction example =
        AnchorTransactionParser.parse(
            Base64.getMimeDecoder().decode(Repository.block(document, "base64")));

    assertThat(example.bytes()).isEqualTo(expected).hasSize(295);
    assertThat(document)
        .contains("| publisher | `" + example.publisher() + "` |")
        .contains("| signature | `" + example.signature() + "` |")
        .contains("| blockhash | `" + example.blockhash() + "` |")
        .contains("| memo | `" + memo + "` |");
  }
}
