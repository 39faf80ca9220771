package org.spineregistry.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofWriter;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/**
 * The example in docs/verify/example, made from the keys of RFC 8032, is proved by the command and
 * by the script beside it.
 */
class VerifyExampleTest {
  private static final Path DOCS = docs();
  private static final Path FOLDER = DOCS.resolve("example");

  /** TEST 1 and TEST 2: never to be used for anything else. */
  private static final KeyPair PUBLISHER =
      KeyPair.of(
          HexFormat.of()
              .parseHex(
                  "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                      + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

  private static final SigningKey CERTIFIER =
      new SigningKey(
          HexFormat.of()
              .parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

  @TempDir private Path folder;

  /** {@code -Dspine.vectors=write} writes the files. */
  @Test
  void theFilesAreWhatTheCodeMakes() throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      Path path = FOLDER.resolve(file.getKey());
      if ("write".equals(System.getProperty("spine.vectors"))) {
        Files.createDirectories(FOLDER);
        Files.write(path, file.getValue());
      }
      assertThat(path).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void theCommandProvesIt() {
    SpineRun run =
        SpineRun.of(
            "verify",
            FOLDER.resolve("synthetic.csv"),
            "--certificate",
            FOLDER.resolve("certificate.json"),
            "--proof",
            FOLDER.resolve("anchor.json"),
            "--trust",
            FOLDER.resolve("trust.json"));

    assertThat(run.out()).contains("All 8 checks hold.");
    assertThat(run.code()).isZero();
  }

  @Test
  void theScriptProvesIt() throws Exception {
    assertThat(script(FOLDER)).isEqualTo("0 every step holds; --help says what that cannot show");
  }

  @Test
  void theScriptFindsWhatWasChanged() throws Exception {
    for (String name : files().keySet()) {
      Files.copy(FOLDER.resolve(name), folder.resolve(name));
    }
    Files.writeString(folder.resolve("synthetic.csv"), "ageYears,sex\n62,FEMALE\n");
    assertThat(script(folder)).isEqualTo("1 does not hold: ['dataset']");
    Proof.change(folder.resolve("certificate.json"), 200);
    assertThat(script(folder)).startsWith("1 does not hold: ['certificate'").contains("subject");
    Files.writeString(folder.resolve("anchor.json"), "{\"format\":\"spine-proof/1\"}");
    assertThat(script(folder)).isEqualTo("2 does not hold: malformed");
  }

  private static String script(Path files) throws Exception {
    Process process =
        new ProcessBuilder(
                "python3",
                DOCS.resolve("verify.py").toString(),
                "--proof",
                files.resolve("anchor.json").toString(),
                "--trust",
                files.resolve("trust.json").toString(),
                "--certificate",
                files.resolve("certificate.json").toString(),
                "--dataset",
                files.resolve("synthetic.csv").toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + said.strip();
  }

  private static Map<String, byte[]> files() {
    byte[] dataset = "ageYears,sex\n61,FEMALE\n".getBytes(StandardCharsets.UTF_8);
    byte[] certificate = Envelope.of(Proof.statement(dataset, "PASS"), CERTIFIER);
    String digest = OfflineVerifier.sha256(certificate);
    Memo memo = new Memo.Dataset(digest);
    AnchorTransaction transaction =
        new AnchorTransactionBuilder(PUBLISHER)
            .build(memo, Ledger.OTHER_GENESIS, new ComputeBudget(60_000, 1_000));
    ProofBundle bundle =
        new ProofBundle(
            new ProofBundle.Subject(Leaf.Kind.DATASET, digest, Optional.empty()),
            Optional.empty(),
            List.of(
                new ProofBundle.Chain(
                    ProofBundle.State.FINAL,
                    Ledger.GENESIS,
                    PUBLISHER.address().base58(),
                    OfflineVerifier.sha256(PUBLISHER.address().bytes()),
                    memo.text(),
                    transaction.bytes(),
                    transaction.signature(),
                    null,
                    1_234_567L,
                    Instant.parse("2026-11-29T12:00:00Z"),
                    List.of())));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("synthetic.csv", dataset);
    files.put("certificate.json", certificate);
    files.put("anchor.json", ProofWriter.write(bundle));
    files.put("trust.json", trust());
    return files;
  }

  private static byte[] trust() {
    return """
    {"format":"spine-trust/1",
     "certificateKeys":[{"keyId":"%s","publicKey":"%s"}],
     "publishers":[{"publicKey":"%s","genesisHash":"%s","fromSlot":0}]}
    """
        .formatted(
            CERTIFIER.publicKey().keyId(),
            Base64.getEncoder().encodeToString(CERTIFIER.publicKey().raw()),
            PUBLISHER.address().base58(),
            Ledger.GENESIS)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Path docs() {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("LICENSE"))) {
      root = root.getParent();
    }
    return root.resolve("docs/verify");
  }
}
