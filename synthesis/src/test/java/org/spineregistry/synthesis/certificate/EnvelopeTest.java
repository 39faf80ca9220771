package org.spineregistry.synthesis.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;

class EnvelopeTest {
  private static final SigningKey KEY =
      new SigningKey(
          HexFormat.of()
              .parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

  /** The example of the DSSE specification, protocol version 1. */
  @Test
  void signedBytesAreThoseOfTheSpecification() {
    assertThat(
            new String(
                Envelope.authenticated(
                    "http://example.com/HelloWorld", "hello world".getBytes(UTF_8)),
                UTF_8))
        .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
  }

  @Test
  void fileIsCanonicalAndAlwaysTheSame() throws IOException {
    byte[] file = Envelope.of(Certificates.certified(), KEY);
    String text = new String(file, UTF_8);

    assertThat(Envelope.of(Certificates.certified(), KEY)).isEqualTo(file);
    assertThat(text)
        .startsWith("{\"payload\":\"")
        .contains(
            "\",\"payloadType\":\"application/vnd.in-toto+json\",\"signatures\":[{\"keyid\":\"")
        .endsWith("\"}]}\n");
    assertThat((new String(CanonicalJson.of(file), UTF_8) + "\n")).isEqualTo(text);
  }

  @Test
  void signatureHoldsOverTypeAndPayload() throws IOException {
    JsonNode envelope = new ObjectMapper().readTree(Envelope.of(Certificates.certified(), KEY));
    byte[] payload = Base64.getDecoder().decode(envelope.get("payload").asText());
    byte[] signature =
        Base64.getDecoder().decode(envelope.get("signatures").get(0).get("sig").asText());
    PublicKey key = KEY.publicKey();

    assertThat(envelope.get("signatures")).hasSize(1);
    assertThat(envelope.get("signatures").get(0).get("keyid").asText()).isEqualTo(key.keyId());
    assertThat(key.verifies(Envelope.authenticated(Envelope.PAYLOAD_TYPE, payload), signature))
        .isTrue();
    assertThat(key.verifies(Envelope.authenticated("other", payload), signature)).isFalse();
  }

  @Test
  void statementNamesDatasetsGatesAndLimits() throws IOException {
    JsonNode statement = new ObjectMapper().readTree(Statement.canonical(Certificates.certified()));
    JsonNode predicate = statement.get("predicate");

    assertThat(statement.get("_type").asText()).isEqualTo("https://in-toto.io/Statement/v1");
    assertThat(statement.get("predicateType").asText())
        .isEqualTo("urn:spine-registry:certificate:1");
    assertThat(statement.at("/subject/0/digest/sha256").asText())
        .isEqualTo(Certificates.DATASET_SHA256);
    assertThat(statement.at("/subject/0/annotations/rows").asInt()).isEqualTo(1);
    assertThat(predicate.at("/cohort/cases").asInt()).isEqualTo(125);
    assertThat(predicate.at("/engine/model").asText()).isEqualTo("classic");
    assertThat(predicate.at("/gates/0/bound").asDouble()).isEqualTo(0.05);
    assertThat(predicate.at("/gates/1/bound").isNull()).isTrue();
    assertThat(predicate.at("/gates/1/upper").asDouble()).isEqualTo(0.69);
    assertThat(predicate.get("limits")).hasSize(5);
    assertThat(predicate.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "campaignId",
            "cycleId",
            "policyVersion",
            "threshold",
            "profile",
            "verdict",
            "cohort",
            "schema",
            "engine",
            "parameters",
            "seedSha256",
            "gates",
            "limits");
  }

  /** Words that no certificate may use (it is no legal opinion and no regulator's approval). */
  @Test
  void statementClaimsNothingThatItMayNot() {
    String text =
        new String(Statement.canonical(Certificates.certified()), UTF_8)
            .toLowerCase(java.util.Locale.ROOT);

    assertThat(text)
        .doesNotContain(
            "anonym",
            "gdpr",
            "no re-identification risk",
            "approved",
            "equivalent to real",
            "suitable for",
            "differentially private");
  }

  @Test
  void whatWasRefusedHasNoCertificate() {
    Certificate refused = Certificates.with("REFUSED", Map.of(), 0.25);

    assertThatThrownBy(() -> Envelope.of(refused, KEY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("only a certified run");
  }

  @Test
  void aNumberThatIsNotFiniteIsNeverSigned() {
    Certificate value = Certificates.with("CERTIFIED", Map.of(), Double.NaN);
    Certificate parameter =
        Certificates.with("CERTIFIED", Map.of("deep", List.of(Double.POSITIVE_INFINITY)), 0.25);

    assertThatThrownBy(() -> Envelope.of(value, KEY)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> Envelope.of(parameter, KEY)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void digestsMustBeDigests() {
    assertThatThrownBy(() -> new Certificate.Subject("x.csv", "ABCD", 1))
        .hasMessageContaining("64 lower-case hexadecimal digits");
    assertThatThrownBy(() -> new Certificate.CohortFacts(1, "ab".repeat(32), ""))
        .hasMessageContaining("64 lower-case hexadecimal digits");
  }
}
