package org.spineregistry.synthesis.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spineregistry.synthesis.certificate.Certificates;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.SigningKey;

/** Whatever stands in a file, the verifier answers with checks or with its own exception. */
class VerifierFuzzTest {
  private static final SigningKey KEY = new SigningKey(new byte[32]);
  private static final OfflineVerifier VERIFIER =
      new OfflineVerifier(new TrustRoot(List.of(KEY.publicKey()), List.of()));
  private static final byte[] GENUINE = Envelope.of(Certificates.certified(), KEY);
  private static final byte[] DATASET = Certificates.DATASET.getBytes(UTF_8);

  @Property(tries = 300, seed = "2026")
  void anyBytes(@ForAll @Size(max = 200) byte[] bytes) {
    assertThat(accepted(bytes)).isFalse();
  }

  @Property(tries = 300, seed = "2026")
  void piecesOfAGenuineFile(
      @ForAll @IntRange(min = 0, max = 3000) int from,
      @ForAll @IntRange(min = 0, max = 3000) int to) {
    int start = Math.min(from, to) % GENUINE.length;
    int end = Math.max(start, Math.max(from, to) % GENUINE.length);

    assertThat(accepted(Arrays.copyOfRange(GENUINE, start, end))).isFalse();
  }

  /** Signed by the trusted key, so that only the form and the content can be refused. */
  @Property(tries = 300, seed = "2026")
  void anySignedStatement(@ForAll("statements") String statement) {
    byte[] payload = statement.getBytes(UTF_8);
    byte[] signature = KEY.sign(Envelope.authenticated(Envelope.PAYLOAD_TYPE, payload));
    String file =
        "{\"payload\":\"%s\",\"payloadType\":\"%s\",\"signatures\":[{\"keyid\":\"%s\",\"sig\":\"%s\"}]}\n"
            .formatted(
                Base64.getEncoder().encodeToString(payload),
                Envelope.PAYLOAD_TYPE,
                KEY.publicKey().keyId(),
                Base64.getEncoder().encodeToString(signature));

    assertThat(accepted(file.getBytes(UTF_8))).isFalse();
  }

  @Property(tries = 300, seed = "2026")
  void anyTrustFile(@ForAll("statements") String text) {
    try {
      TrustRoot.read(text.getBytes(UTF_8));
      throw new AssertionError("accepted " + text);
    } catch (BadInputException refused) {
      assertThat(refused).hasMessageStartingWith("trust file");
    }
  }

  @Provide
  Arbitrary<String> statements() {
    Arbitrary<String> value =
        Arbitraries.of(
            "null",
            "1",
            "1e999",
            "-0.0",
            "[]",
            "{}",
            "[[[[1]]]]",
            "\"x\"",
            "\"\\ud800\"",
            "true",
            "{\"predicate\":[]}",
            "\"CERTIFIED\"",
            "[{\"bound\":1,\"verdict\":7}]");
    Arbitrary<String> key =
        Arbitraries.of(
            "_type",
            "predicate",
            "predicateType",
            "subject",
            "format",
            "certificateKeys",
            "gates",
            "verdict",
            "publishers");
    return key.list()
        .ofSize(3)
        .uniqueElements()
        .flatMap(
            keys ->
                value
                    .list()
                    .ofSize(3)
                    .map(
                        values ->
                            "{\"%s\":%s,\"%s\":%s,\"%s\":%s}"
                                .formatted(
                                    keys.get(0),
                                    values.get(0),
                                    keys.get(1),
                                    values.get(1),
                                    keys.get(2),
                                    values.get(2))));
  }

  private static boolean accepted(byte[] file) {
    try {
      return VERIFIER.verify(DATASET, file).stream()
          .allMatch(check -> check.outcome() == Check.Outcome.PASSED);
    } catch (BadInputException unreadable) {
      return false;
    }
  }
}
