package org.spineregistry.solana.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.FakeEndpoint;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;

/** The look-up of the first anchor at endpoints that have other things too. */
class FirstAnchorTest {
  private static final String GENESIS = "EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG";
  private static final String ELSEWHERE = "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d";
  private static final Memo MEMO = new Memo.Batch("5d".repeat(32), 3);

  private final FakeEndpoint endpoint = new FakeEndpoint();
  private final KeyPair publisher = KeyPair.random();
  private final Marker marker = Marker.of(publisher.address(), MEMO);
  private final AnchorTransaction first = signed(publisher, OptionalLong.of(897_840));
  private final Map<String, String> transactions = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private static AnchorTransaction signed(KeyPair key, OptionalLong rent) {
    return new AnchorTransactionBuilder(key)
        .build(MEMO, GENESIS, new ComputeBudget(60_000, 1_000), rent);
  }

  @BeforeEach
  void honest() {
    endpoint
        .result("getGenesisHash", "\"" + GENESIS + "\"")
        .result("getTransaction", p -> transactions.getOrDefault(p.get(0).asText(), "null"))
        .result("getSignaturesForAddress", p -> "[" + String.join(",", lines) + "]");
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  private void landed(AnchorTransaction anchor, String err) {
    line(anchor.signature(), "\"[%d] %s\"".formatted(MEMO.text().length(), MEMO.text()));
    transactions.put(
        anchor.signature(),
        "{\"slot\":77,\"blockTime\":null,\"meta\":{\"err\":%s},\"transaction\":[\"%s\",\"base64\"]}"
            .formatted(err, Base64.getEncoder().encodeToString(anchor.bytes())));
  }

  private void line(String signature, String memo) {
    lines.add(
        "{\"signature\":\"%s\",\"slot\":77,\"err\":null,\"memo\":%s}".formatted(signature, memo));
  }

  private Optional<OnChainResult.Anchored> find() {
    return new FirstAnchor(endpoint.rpc(), GENESIS).find(marker, MEMO);
  }

  @Test
  void isFoundBehindWhatIsNoAnchor() {
    line("gift", "null");
    landed(signed(KeyPair.random(), OptionalLong.empty()), "null");
    landed(signed(publisher, OptionalLong.of(1)), "{\"InstructionError\":[3,{\"Custom\":0}]}");
    landed(first, "null");

    assertThat(find())
        .hasValueSatisfying(
            found -> {
              assertThat(found.transaction()).isEqualTo(first);
              assertThat(found.slot()).isEqualTo(77);
            });
    assertThat(endpoint.requests())
        .filteredOn(request -> request.get("method").asText().equals("getSignaturesForAddress"))
        .allMatch(r -> r.get("params").get(0).asText().equals(marker.address().base58()));
  }

  @Test
  void anAnchorThatMadeNoMarkerIsNotIt() {
    landed(signed(publisher, OptionalLong.empty()), "null");

    assertThat(find()).isEmpty();
  }

  @Test
  void isFoundOnALaterPage() {
    List<String> noise = Collections.nCopies(SolanaRpc.MAX_LISTED, "x");
    noise.forEach(signature -> line(signature, "null"));
    String page = "[" + String.join(",", lines) + "]";
    lines.clear();
    landed(first, "null");
    String last = "[" + lines.get(0) + "]";
    endpoint.result("getSignaturesForAddress", p -> p.get(1).hasNonNull("before") ? last : page);

    assertThat(find()).isPresent();
  }

  @Test
  void anotherClusterHasNoneAndSilenceIsAFailure() {
    landed(first, "null");
    endpoint.result("getGenesisHash", "\"" + ELSEWHERE + "\"");
    assertThat(find()).isEmpty();

    endpoint.raw("getTransaction", 503, "").result("getGenesisHash", "\"" + GENESIS + "\"");
    assertThatExceptionOfType(RpcFailure.class).isThrownBy(this::find);
  }
}
