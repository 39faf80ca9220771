package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

/** A certificate is repeated from cohort and seed, and says why when it is not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Path dir;
  private Path cohort;
  private Path certificate;
  private Path secrets;

  @BeforeAll
  void certifies(@TempDir Path folder) throws IOException {
    dir = folder;
    cohort = Files.write(dir.resolve("cohort.csv"), rows());
    Path release = dir.resolve("release");
    SpineRun run =
        SpineRun.of(
            "certify",
            "--input",
            cohort,
            "--infer",
            "--target",
            "score",
            "--seed",
            "5e".repeat(32),
            "--out",
            release,
            "--profile",
            "published-2026",
            "--sizes",
            "200");
    assertThat(run.code()).isZero();
    certificate = release.resolve("certificate.json");
    secrets = release.resolve("private");
  }

  private static List<String> rows() {
    return CertifyCommandTest.rows(150, 1);
  }

  @Test
  void theDatasetsAreReproducedBySchemaAndSeedThatTheRunKept() {
    Path again = dir.resolve("again");

    SpineRun same = replay(certificate, cohort, "--out", again);

    assertThat(same.err()).isEmpty();
    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("Reproduced byte by byte.", "--cohort-key does that");
    assertThat(again.resolve("synthetic-200.csv"))
        .hasSameBinaryContentAs(dir.resolve("release/synthetic-200.csv"));
  }

  @Test
  void anotherSchemaThanTheOneBesideTheSeedMayBeNamed() {
    SpineRun wrong = replay(certificate, cohort, "--schema", "periodontal");

    assertThat(wrong.code()).isEqualTo(2);
  }

  @Test
  void theKeyShowsThatTheCohortIsTheOneOfTheCertificate() {
    SpineRun same = replay(certificate, cohort, "--cohort-key", secrets.resolve("cohort-key.hex"));

    assertThat(same.code()).isZero();
    assertThat(same.out()).contains("same       keyed digest of the cohort");
  }

  @Test
  void aCertificateOfAnotherCohortIsNotReproducedWhateverItsDatasets() throws IOException {
    Path forged =
        forged(
            "other-digest.json",
            predicate -> predicate.withObject("/cohort").put("digest", "ab".repeat(32)));

    SpineRun run = replay(forged, cohort, "--cohort-key", secrets.resolve("cohort-key.hex"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("DIFFERENT  keyed digest of the cohort", "the certificate names another cohort");
  }

  @Test
  void aChangedCohortIsNamedAsTheCause() throws IOException {
    List<String> lines = rows();
    lines.set(1, lines.get(2)); // one patient is another one
    Path other = Files.write(dir.resolve("other.csv"), lines);

    SpineRun guessed = replay(certificate, other);
    SpineRun known = replay(certificate, other, "--cohort-key", secrets.resolve("cohort-key.hex"));

    assertThat(guessed.code()).isEqualTo(1);
    assertThat(guessed.out()).contains("Not reproduced. The likely cause is a cohort that was");
    assertThat(known.code()).isEqualTo(1);
    assertThat(known.out()).contains("The cohort is not the one of the certificate");
  }

  @Test
  void anotherKeyOrSeedIsRefused() {
    SpineRun key = replay(certificate, cohort, "--cohort-key", secrets.resolve("seed.hex"));
    SpineRun seed =
        SpineRun.of(
            "certify",
            "--replay",
            certificate,
            "--cohort",
            cohort,
            "--seed-file",
            secrets.resolve("cohort-key.hex"));

    assertThat(key.code()).isEqualTo(2);
    assertThat(key.err()).contains("--cohort-key: is not the key of the certificate");
    assertThat(seed.code()).isEqualTo(2);
    assertThat(seed.err()).contains("--seed-file: is not the seed of the certificate");
  }

  @Test
  void optionsOfARunAreRefusedAllAtOnce() {
    SpineRun run =
        replay(
            certificate, cohort, "--sizes", "7", "--tier", "PUBLIC", "--seed", "0", "--threads", 1);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.contains("has no meaning with --replay")))
        .hasSize(4);
    assertThat(run.err()).contains("--sizes:", "--tier:", "--seed:", "--threads:");
  }

  @Test
  void sizesThatNoRunMayHaveAreBadInput() throws IOException {
    Path forged =
        forged(
            "huge.json",
            predicate ->
                predicate.withObject("/parameters").putArray("sizes").add(100).add(2_000_000_000));

    SpineRun run = replay(forged, cohort);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the certificate's datasetSizes: at least one, each from 1 to");
  }

  @Test
  void anotherCommitOfTheEngineIsRemarked() throws IOException {
    Path forged =
        forged(
            "commit.json",
            predicate -> predicate.withObject("/engine").put("commit", "0a".repeat(20)));

    assertThat(replay(forged, cohort).out())
        .contains("another commit of this engine version", "Reproduced byte by byte.");
    assertThat(replay(certificate, cohort).out()).doesNotContain("another commit");
  }

  /** The certificate with another statement, whose signature no replay looks at. */
  private Path forged(String name, Consumer<ObjectNode> change) throws IOException {
    ObjectNode envelope = (ObjectNode) JSON.readTree(certificate.toFile());
    byte[] payload = Base64.getDecoder().decode(envelope.path("payload").asText());
    ObjectNode statement = (ObjectNode) JSON.readTree(payload);
    change.accept((ObjectNode) statement.path("predicate"));
    envelope.put("payload", Base64.getEncoder().encodeToString(JSON.writeValueAsBytes(statement)));
    return Files.write(dir.resolve(name), JSON.writeValueAsBytes(envelope));
  }

  private SpineRun replay(Path statement, Path patients, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "certify",
                "--replay",
                statement,
                "--cohort",
                patients,
                "--seed-file",
                secrets.resolve("seed.hex")));
    arguments.addAll(List.of(more));
    return SpineRun.of(arguments.toArray());
  }
}
