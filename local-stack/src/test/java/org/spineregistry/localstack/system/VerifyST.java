package org.spineregistry.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger finds who verifies the datasets of a real run, and what tampering does. */
class VerifyST {
  private static final String PAYLOAD = "\"payload\":\"";

  @TempDir private Path folder;
  private UserStack stack;
  private Path dataset;
  private Path certificate;
  private Path trust;

  @BeforeEach
  void copy() throws IOException {
    stack = UserStack.get();
    JsonNode cycle = stack.firstSummary().at("/cycles/0");
    dataset = copy(Path.of(cycle.at("/datasets/1/path").asText()));
    certificate = copy(Path.of(cycle.get("certificate").asText()));
    trust = copy(stack.trust());
  }

  @Test
  void theCommandOfTheSummaryProvesTheDataset() throws Exception {
    String line =
        stack
            .firstOutput()
            .lines()
            .filter(l -> l.startsWith("  verify   "))
            .findFirst()
            .orElseThrow()
            .substring("  verify   ".length());
    Path output = folder.resolve("verify.txt");
    Process process =
        new ProcessBuilder("bash", "-c", line)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Program.text(output)).isZero();
    assertThat(Program.text(output)).contains("All 5 checks hold.");
  }

  @Test
  void everyDatasetOfTheRunIsGenuine() {
    for (JsonNode file : stack.firstSummary().at("/cycles/0/datasets")) {
      Program verified =
          Program.spine(
              "verify",
              file.get("path").asText(),
              "--certificate",
              certificate,
              "--rpc",
              rpc(),
              "--trust",
              trust);
      verified.requireCode(0);
    }
  }

  @Test
  void aChangedByteInTheDatasetFails() throws IOException {
    change(dataset, (int) Files.size(dataset) / 2);
    assertThat(verify(rpc()).requireCode(1).output()).contains("FAIL dataset: SHA-256");
  }

  @Test
  void aChangedByteInTheCertificateFails() throws IOException {
    // the brace that the statement begins with: elsewhere it may be the signature that fails
    change(certificate, Files.readString(certificate).indexOf(PAYLOAD) + PAYLOAD.length());
    assertThat(verify(rpc()).requireCode(1).output())
        .contains("FAIL form", "FAIL anchor: none of ");
  }

  @Test
  void anotherSignerIsNotTrusted() throws IOException {
    String text = Files.readString(trust);
    Matcher key = Pattern.compile("\"keyId\" : \"([0-9a-f]{64})\"").matcher(text);
    assertThat(key.find()).isTrue();
    // RFC 8032, section 7.1, test 1
    byte[] other =
        HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    String publicKey = Base64.getEncoder().encodeToString(other);
    Files.writeString(
        trust,
        text.replace(key.group(1), sha256(other))
            .replaceFirst("(\"publicKey\" : \")[^\"]*=\"", "$1" + publicKey + "\""));
    assertThat(verify(rpc()).requireCode(1).output())
        .contains("FAIL signature: no signature of a trusted key", "PASS anchor");
  }

  @Test
  void aChangedMemoOnTheWayFails() throws IOException {
    try (RpcProxy proxy =
        new RpcProxy(
            rpc(),
            (request, answer) -> answer.replaceAll("spine1:d:[0-9a-f]{4}", "spine1:d:0000"))) {
      assertThat(verify(proxy.url()).requireCode(1).output())
          .contains("FAIL anchor: none of ", "has memo spine1:d:");
    }
  }

  @Test
  void changedBytesOfTheTransactionFail() throws IOException {
    try (RpcProxy proxy = new RpcProxy(rpc(), VerifyST::withAnotherMemo)) {
      Program verified = verify(proxy.url(), "--signature", signature());
      assertThat(verified.requireCode(1).output())
          .contains("FAIL anchor: transaction ", "signature");
    }
  }

  @Test
  void anEndpointThatSaysTheTransactionFailedFails() throws IOException {
    try (RpcProxy proxy =
        new RpcProxy(
            rpc(),
            (request, answer) -> answer.replace("\"err\":null", "\"err\":\"AccountInUse\""))) {
      assertThat(verify(proxy.url(), "--signature", signature()).requireCode(1).output())
          .contains("failed on chain");
    }
  }

  @Test
  void anEndpointThatAnswersNonsenseProvesNothing() throws IOException {
    try (RpcProxy proxy = new RpcProxy(rpc(), (request, answer) -> "<html>")) {
      assertThat(verify(proxy.url()).requireCode(1).output())
          .contains("PASS dataset", "FAIL anchor: 127.0.0.1:", "no usable answer");
    }
  }

  @Test
  void badInputIsExitCodeTwo() throws IOException {
    Files.writeString(trust, "{}");
    assertThat(verify(rpc()).requireCode(2).output()).contains("--trust: trust file");
    Program missing =
        Program.spine(
            "verify",
            folder.resolve("none.csv"),
            "--certificate",
            dataset,
            "--rpc",
            "nowhere",
            "--trust",
            trust);
    assertThat(missing.requireCode(2).output())
        .contains("there is no such file", "is no certificate", "--rpc", "--trust")
        .doesNotContain("\tat ");
  }

  /**
   * The memo is the last thing in the transaction: one of its letters is changed, the signature
   * stays.
   */
  private static String withAnotherMemo(String request, String answer) {
    Matcher encoded = Pattern.compile("\\[\"([A-Za-z0-9+/=]+)\",\"base64\"\\]").matcher(answer);
    if (!encoded.find()) {
      return answer;
    }
    byte[] transaction = Base64.getDecoder().decode(encoded.group(1));
    int last = transaction.length - 1;
    transaction[last] = (byte) (transaction[last] == 'a' ? 'b' : 'a');
    return answer.replace(encoded.group(1), Base64.getEncoder().encodeToString(transaction));
  }

  private Program verify(String rpc, String... more) {
    Object[] args = {
      "verify", dataset, "--certificate", certificate, "--rpc", rpc, "--trust", trust
    };
    Object[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return Program.spine(all);
  }

  private String rpc() {
    return stack.now().rpcUrl();
  }

  private String signature() {
    return stack.firstSummary().at("/cycles/0/anchor/signature").asText();
  }

  private Path copy(Path file) throws IOException {
    return Files.copy(file, folder.resolve(file.getFileName()));
  }

  private static void change(Path file, int position) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[position] ^= 1;
    Files.write(file, bytes);
  }

  private static String sha256(byte[] bytes) {
    return org.spineregistry.synthesis.verify.OfflineVerifier.sha256(bytes);
  }
}
