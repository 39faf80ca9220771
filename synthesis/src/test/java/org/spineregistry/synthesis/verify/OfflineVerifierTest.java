package org.spineregistry.synthesis.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.synthesis.certificate.Certificates;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.Check.Outcome;

class OfflineVerifierTest {
  private static final SigningKey KEY = SigningKey.random();
  private static final TrustRoot TRUST = new TrustRoot(List.of(KEY.publicKey()), List.of());
  private static final byte[] DATASET = Certificates.DATASET.getBytes(UTF_8);

  @Test
  void aGenuinePairPassesEveryCheck() throws BadInputException {
    List<Check> checks = verify(DATASET, Envelope.of(Certificates.certified(), KEY));

    assertThat(checks)
        .extracting(Check::name)
        .containsExactly("form", "signature", "verdict", "dataset");
    assertThat(checks).extracting(Check::outcome).containsOnly(Outcome.PASSED);
    assertThat(checks.get(3).reason()).contains(Certificates.DATASET_SHA256, "synthetic-1.csv");
  }

  @Test
  void aChangedDatasetFails() throws BadInputException {
    Map<String, Outcome> outcomes =
        outcomes("ageYears\n42\n".getBytes(UTF_8), Envelope.of(Certificates.certified(), KEY));

    assertThat(outcomes)
        .containsEntry("dataset", Outcome.FAILED)
        .containsEntry("signature", Outcome.PASSED);
  }

  @Test
  void aKeyThatNobodyTrustsFailsAndLeavesTheVerdictOpen() throws BadInputException {
    byte[] foreign = Envelope.of(Certificates.certified(), SigningKey.random());

    assertThat(outcomes(DATASET, foreign))
        .containsEntry("form", Outcome.PASSED)
        .containsEntry("signature", Outcome.FAILED)
        .containsEntry("verdict", Outcome.NOT_CHECKED);
  }

  @Test
  void aChangedPayloadFails() throws BadInputException {
    byte[] genuine = payload();
    byte[] changed =
        new String(genuine, UTF_8).replace("\"cases\":125", "\"cases\":925").getBytes(UTF_8);
    byte[] signature = KEY.sign(Envelope.authenticated(Envelope.PAYLOAD_TYPE, genuine));

    assertThat(changed).isNotEqualTo(genuine);
    assertThat(outcomes(DATASET, file(Envelope.PAYLOAD_TYPE, changed, signature)))
        .containsEntry("signature", Outcome.FAILED);
  }

  @Test
  void anotherPayloadTypeFailsEvenWhenItIsSigned() throws BadInputException {
    assertThat(outcomes(DATASET, signed("text/plain", payload())))
        .containsEntry("form", Outcome.FAILED)
        .containsEntry("signature", Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"_type\":\"https://in-toto.io/Statement/v1\" | \"_type\":\"https://in-toto.io/Statement/v2\"",
        "certificate:1\"                               | certificate:2\"",
        "{\"_type\"                                    | { \"_type\"",
      })
  void aStatementOfAnotherFormFails(String from, String to) throws BadInputException {
    byte[] changed = new String(payload(), UTF_8).replace(from, to).getBytes(UTF_8);

    assertThat(changed).isNotEqualTo(payload());
    assertThat(outcomes(DATASET, signed(Envelope.PAYLOAD_TYPE, changed)))
        .containsEntry("form", Outcome.FAILED)
        .containsEntry("signature", Outcome.PASSED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"verdict\":\"CERTIFIED\"  | \"verdict\":\"REFUSED\"    | does not say CERTIFIED",
        "\"verdict\":\"PASS\"       | \"verdict\":\"FAIL\"       | a deciding gate is not PASS",
        "\"bound\":0.05             | \"bound\":null             | names no deciding gate",
      })
  void aSignedStatementMustCertify(String from, String to, String reason) throws BadInputException {
    byte[] changed = new String(payload(), UTF_8).replace(from, to).getBytes(UTF_8);

    Check verdict = verify(DATASET, signed(Envelope.PAYLOAD_TYPE, changed)).get(2);

    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.reason()).contains(reason);
  }

  @Test
  void bytesBesideTheCanonicalFormFail() throws BadInputException {
    String genuine = new String(Envelope.of(Certificates.certified(), KEY), UTF_8);

    for (String changed :
        List.of(
            genuine.stripTrailing(),
            genuine + "\n",
            genuine.replace("{\"payload\"", "{ \"payload\""),
            genuine.replace("{\"payload\"", "{\"note\":\"unsigned\",\"payload\""),
            genuine.replace("\"}]}", "\",\"x\":1}]}"))) {
      assertThat(changed).isNotEqualTo(genuine);
      assertThat(outcomes(DATASET, changed.getBytes(UTF_8)))
          .containsEntry("form", Outcome.FAILED)
          .containsEntry("signature", Outcome.PASSED);
    }
  }

  @Test
  void aNumberWithoutACanonicalFormFailsInsteadOfThrowing() throws BadInputException {
    byte[] changed = new String(payload(), UTF_8).replace("0.25", "1e400").getBytes(UTF_8);

    assertThat(outcomes(DATASET, signed(Envelope.PAYLOAD_TYPE, changed)))
        .containsEntry("form", Outcome.FAILED);
  }

  @Test
  void aTrustedKeyWithAForeignNameDoesNotCount() throws BadInputException {
    byte[] signature = KEY.sign(Envelope.authenticated(Envelope.PAYLOAD_TYPE, payload()));
    byte[] file =
        Envelope.file(
            Envelope.PAYLOAD_TYPE,
            payload(),
            List.of(new Envelope.Signature("ab".repeat(32), signature)));

    assertThat(outcomes(DATASET, file)).containsEntry("signature", Outcome.FAILED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                              | no JSON object",
        "[]                                                              | no JSON object",
        "{                                                               | no JSON object",
        "{} {}                                                           | no JSON object",
        "{\"payload\":\"e30=\",\"payload\":\"e30=\"}                     | no JSON object",
        "{\"payload\":1}                                                 | 'payload' must be a text",
        "{\"payload\":\"???\"}                                           | must be base64",
        "{\"payload\":\"e30=\"}                                          | 'signatures' must be a list",
        "{\"payload\":\"e30=\",\"signatures\":{}}                        | 'signatures' must be a list",
        "{\"payload\":\"e30=\",\"signatures\":[1]}                       | 'keyid' must be a text",
        "{\"payload\":\"W10=\",\"payloadType\":\"x\",\"signatures\":[]}  | payload of the certificate is no",
      })
  void whatIsNoEnvelopeIsBadInput(String file, String reason) {
    byte[] bytes = (file == null ? "" : file).getBytes(UTF_8);

    assertThatThrownBy(() -> verify(DATASET, bytes))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFileThatIsTooLargeIsNotParsed() {
    assertThatThrownBy(() -> verify(DATASET, new byte[(4 << 20) + 1]))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("larger than 4 MiB");
  }

  /** Every single changed byte is noticed, and nothing but the dedicated exception is thrown. */
  @Test
  void noChangedByteIsAccepted() {
    byte[] genuine = Envelope.of(Certificates.certified(), KEY);
    for (int i = 0; i < genuine.length; i++) {
      byte[] changed = genuine.clone();
      changed[i] ^= (byte) (1 << (i % 7));
      try {
        assertThat(verify(DATASET, changed)).anyMatch(c -> c.outcome() == Outcome.FAILED);
      } catch (BadInputException unreadable) {
        assertThat(unreadable).hasMessageNotContaining(new String(changed, UTF_8));
      }
    }
  }

  private static byte[] payload() {
    String file = new String(Envelope.of(Certificates.certified(), KEY), UTF_8);
    return Base64.getDecoder().decode(file.substring(12, file.indexOf('"', 12)));
  }

  private static byte[] signed(String type, byte[] payload) {
    return file(type, payload, KEY.sign(Envelope.authenticated(type, payload)));
  }

  private static byte[] file(String type, byte[] payload, byte[] signature) {
    return Envelope.file(
        type, payload, List.of(new Envelope.Signature(KEY.publicKey().keyId(), signature)));
  }

  private static List<Check> verify(byte[] dataset, byte[] file) throws BadInputException {
    return new OfflineVerifier(TRUST).verify(dataset, file);
  }

  private static Map<String, Outcome> outcomes(byte[] dataset, byte[] file)
      throws BadInputException {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    verify(dataset, file).forEach(check -> outcomes.put(check.name(), check.outcome()));
    return outcomes;
  }
}
