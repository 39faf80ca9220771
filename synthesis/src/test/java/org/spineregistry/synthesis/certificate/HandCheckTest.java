package org.spineregistry.synthesis.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;

/** Runs the commands that docs/certificate.md tells a reader to run. */
class HandCheckTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "certificate.md");

  @TempDir Path folder;

  @BeforeEach
  void files() throws Exception {
    assumeTrue(run("openssl version").output().startsWith("OpenSSL 3"), "OpenSSL 3 is needed");
    SigningKey key = SigningKey.random();
    PublicKey publicKey = key.publicKey();
    Files.writeString(folder.resolve("synthetic-100.csv"), Certificates.DATASET);
    Files.write(folder.resolve("certificate.json"), Envelope.of(Certificates.certified(), key));
    Files.writeString(
        folder.resolve("trust.json"),
        "{\"format\" : \"spine-trust/1\", \"certificateKeys\" : [ {\"keyId\" : \""
            + publicKey.keyId()
            + "\", \"publicKey\" : \""
            + Base64.getEncoder().encodeToString(publicKey.raw())
            + "\"} ], \"publishers\" : [ ] }");
  }

  @Test
  void theCommandsOfTheDocumentAcceptAGenuineCertificate() throws Exception {
    Answer answer = run(commands());

    assertThat(answer.code()).as(answer.output()).isZero();
    assertThat(answer.output()).contains("Signature Verified Successfully");
    String statement = Files.readString(folder.resolve("statement.json"));
    assertThat(statement).contains(answer.output().substring(0, 64));
  }

  @Test
  void theCommandsOfTheDocumentRefuseAChangedStatement() throws Exception {
    String changed = commands().replace("} > signed.bin", "echo x; } > signed.bin");
    assertThat(changed).isNotEqualTo(commands());

    assertThat(run(changed).code()).isNotZero();
  }

  private static String commands() throws IOException {
    String document = Files.readString(DOCUMENT);
    int start = document.indexOf("```sh\n") + 6;
    return document.substring(start, document.indexOf("```", start));
  }

  private record Answer(int code, String output) {}

  private Answer run(String script) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-e", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Answer(process.exitValue(), output);
  }
}
