package org.spineregistry.solana.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.local.Repository;

/** The published vectors, judged by this code and by the independent verifier beside them. */
class ProofVectorsTest {
  private static final Path FOLDER = Repository.root().resolve("docs/verify");
  private static final Path FILE = FOLDER.resolve("vectors.json");

  /** {@code -Dspine.vectors=write} writes the file. */
  @Test
  void thePublishedFileIsWhatTheVectorsAre() throws IOException {
    String made = text(ProofVectors.all());
    if ("write".equals(System.getProperty("spine.vectors"))) {
      Files.writeString(FILE, made);
    }

    assertThat(Files.readString(FILE)).isEqualTo(made);
  }

  static Stream<JsonNode> vectors() throws IOException {
    JsonNode all = ProofVectors.JSON.readTree(Files.readAllBytes(FILE));
    return StreamSupport.stream(all.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void everyVectorIsJudgedAsItSays(JsonNode vector) throws Exception {
    byte[] file = ProofVectors.JSON.writeValueAsBytes(vector.get("bundle"));
    if (vector.path("malformed").asBoolean()) {
      assertThatThrownBy(() -> ProofReader.read(file)).isInstanceOf(MalformedProofException.class);
      return;
    }
    List<String> expected = new ArrayList<>();
    vector.get("fails").forEach(step -> expected.add(step.textValue()));

    List<ProofFinding> findings =
        new OfflineProof(ProofReader.read(file), trusted(vector.get("publishers"))).findings();

    assertThat(findings)
        .filteredOn(finding -> !finding.holds())
        .extracting(finding -> finding.step().name().toLowerCase(Locale.ROOT))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void theIndependentVerifierAgreesOnAllOfThem() throws Exception {
    Process verifier =
        new ProcessBuilder(
                "python3", FOLDER.resolve("verify.py").toString(), "--vectors", FILE.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(verifier.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(said).endsWith("all " + vectors().count() + " vectors agree\n");
    assertThat(verifier.exitValue()).isZero();
  }

  @Test
  void theIndependentVerifierIsShort() throws IOException {
    assertThat(Files.readAllLines(FOLDER.resolve("verify.py"))).hasSizeLessThanOrEqualTo(150);
  }

  private static PublisherKeys trusted(JsonNode publishers) {
    List<PublisherKeys.Term> terms = new ArrayList<>();
    for (JsonNode publisher : publishers) {
      terms.add(
          new PublisherKeys.Term(
              new Address(publisher.get("publicKey").textValue()),
              publisher.get("genesisHash").textValue(),
              publisher.path("fromSlot").asLong(0),
              publisher.hasNonNull("toSlot") ? publisher.get("toSlot").longValue() : null));
    }
    return new PublisherKeys(terms);
  }

  /** One vector a line, so that a change shows. */
  private static String text(JsonNode vectors) throws IOException {
    StringBuilder text = new StringBuilder("[\n");
    for (int i = 0; i < vectors.size(); i++) {
      text.append(ProofVectors.JSON.writeValueAsString(vectors.get(i)));
      text.append(i + 1 < vectors.size() ? ",\n" : "\n");
    }
    return text.append("]\n").toString();
  }
}
