package org.spineregistry.solana.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProofReaderTest {

  @Test
  void whatIsWrittenIsReadAndWrittenAgain() throws Exception {
    for (ProofBundle bundle :
        List.of(SampleProofs.dataset(), SampleProofs.contribution(617, 1000))) {
      byte[] file = ProofWriter.write(bundle);

      assertThat(ProofWriter.write(ProofReader.read(file))).isEqualTo(file);
      assertThat(file).hasSizeLessThan(4096);
    }
  }

  @Test
  void everyProblemIsToldAtOnce() {
    String file =
        """
        {"format":"spine-proof/1","subject":{"kind":"case","sha256":"AB"},
         "anchors":[{"type":"solana","state":"sure","genesisHash":"0","publisher":"l","keyId":"",
          "memo":7,"transaction":"*","signature":"","marker":"0","slot":-1,"blockTime":"noon","more":1}],"x":1}
        """;

    assertThatThrownBy(() -> ProofReader.read(file.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            MalformedProofException.class,
            problem ->
                assertThat(problem.problems())
                    .contains(
                        "subject.kind must be dataset, contribution or review",
                        "subject.sha256 must be 64 lower-case hexadecimal digits",
                        "anchors[0].state must be pending or final",
                        "anchors[0].genesisHash must be base58 of 32 bytes",
                        "anchors[0].publisher must be base58 of 32 bytes",
                        "anchors[0].keyId must be 64 lower-case hexadecimal digits",
                        "anchors[0].memo must be a text",
                        "anchors[0].transaction must be base64",
                        "anchors[0].signature must be base58 of 64 bytes",
                        "anchors[0].marker must be base58 of 32 bytes",
                        "anchors[0].slot must not be negative",
                        "anchors[0].blockTime must be a time such as 2026-11-29T12:00:00Z",
                        "anchors[0] has an unknown field",
                        "the file has an unknown field"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "{",
        "{} {}",
        "{\"format\":\"a\",\"format\":\"b\"}",
        "\u0000"
      })
  void whatIsNoObjectIsRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> ProofReader.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedProofException.class)
        .hasMessage("the file must be a JSON object of at most 1 MiB");
  }
}
