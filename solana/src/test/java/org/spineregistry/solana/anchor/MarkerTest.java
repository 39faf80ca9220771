package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.Repository;

class MarkerTest {
  private static final String BLOCKHASH = Base58Text.encode(WireMessage.BLOCKHASH);
  private static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);
  private static final String ROOT = "5d".repeat(32);
  private static final Memo BATCH = new Memo.Batch(ROOT, 1_048_576);

  private final KeyPair publisher = KeyPair.random();
  private final AnchorTransactionBuilder builder = new AnchorTransactionBuilder(publisher);

  /** Computed by other tools; the file says how. */
  static Stream<JsonNode> vectors() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(MarkerTest.class.getResource("/marker/addresses.json"));
    return StreamSupport.stream(file.get("markers").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void seedAndAddressAreThoseThatOtherToolsCompute(JsonNode vector) {
    Address address = new Address(vector.get("publisher").textValue());
    Marker marker = new Marker(address, vector.get("digest").textValue());

    assertThat(marker.seed()).isEqualTo(vector.get("seed").textValue());
    assertThat(marker.address().base58()).isEqualTo(vector.get("address").textValue());
  }

  @Test
  void buildsTheLayoutOfTheFormatByteForByte() {
    AnchorTransaction built =
        builder.build(BATCH, BLOCKHASH, BUDGET, OptionalLong.of(MarkedMessage.RENT));

    assertThat(built.bytes())
        .as("the size that the format says")
        .hasSize(505)
        .isEqualTo(whole(BATCH).signedBy(publisher));
    assertThat(built.marker()).contains(Marker.of(publisher.address(), BATCH));
  }

  @Test
  void aDatasetCanHaveOneToo() {
    Memo dataset = new Memo.Dataset(ROOT);
    AnchorTransaction built =
        builder.build(dataset, BLOCKHASH, BUDGET, OptionalLong.of(MarkedMessage.RENT));

    assertThat(built.bytes()).hasSize(497).isEqualTo(whole(dataset).signedBy(publisher));
    assertThat(built.marker().orElseThrow().address())
        .as("the digest decides, not the kind")
        .isEqualTo(Marker.of(publisher.address(), BATCH).address());
  }

  @Test
  void withoutAMarkerNothingChanges() {
    assertThat(builder.build(BATCH, BLOCKHASH, BUDGET, OptionalLong.empty()))
        .isEqualTo(builder.build(BATCH, BLOCKHASH, BUDGET));
    assertThat(builder.build(BATCH, BLOCKHASH, BUDGET).marker()).isEmpty();
  }

  @Test
  void theExampleOfTheFormatIsOneOfTheseVectors() throws IOException {
    String document = Repository.document("anchor-format.md");
    JsonNode first = vectors().findFirst().orElseThrow();

    assertThat(document)
        .contains(first.get("publisher").textValue(), first.get("digest").textValue())
        .contains("`" + first.get("seed").textValue() + "`")
        .contains("`" + first.get("address").textValue() + "`");
  }

  @Property(tries = 200, seed = "1966")
  void everyDigestHasASeedOf32Characters(@ForAll @Size(32) byte[] digest) {
    String hex = java.util.HexFormat.of().formatHex(digest);

    assertThat(new Marker(publisher.address(), hex).seed()).matches("[A-Za-z0-9_-]{32}");
  }

  @Test
  void onlyErrorZeroOfTheAllocationSaysThatTheMarkerExists() {
    assertThat(Marker.exists("{\"InstructionError\":[3,{\"Custom\":0}]}")).isTrue();
    for (String other :
        new String[] {
          null,
          "\"BlockhashNotFound\"",
          "{\"InstructionError\":[2,{\"Custom\":0}]}",
          "{\"InstructionError\":[3,{\"Custom\":1}]}",
          "{\"InstructionError\":[4,{\"Custom\":0}]}"
        }) {
      assertThat(Marker.exists(other)).as(other).isFalse();
    }
  }

  private WireMessage whole(Memo memo) {
    byte[] address = Marker.of(publisher.address(), memo).address().bytes();
    return new MarkedMessage(publisher, memo.text(), memo.digest(), address).whole();
  }
}
