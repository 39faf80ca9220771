package org.spineregistry.certification.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.certification.PeriodontalCases;
import org.spineregistry.certification.cohort.Cohort;
import org.spineregistry.certification.cohort.CohortCase;
import org.spineregistry.certification.worker.CycleOutcome;
import org.spineregistry.certification.worker.CycleProblem;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.GateOutcome;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.signature.SigningKey;

/** Real patients of a public table through the whole certifier, without Kafka. */
class CohortCertifierTest {
  private static final String CAMPAIGN = "periodontal";
  private static final List<Integer> ENOUGH = List.of(100, 500);

  /** Rows so few that each has a patient nearer than the next row: the distance ratio fails. */
  private static final List<Integer> TOO_FEW = List.of(20);

  private final List<String> stages = new ArrayList<>();
  private String profile = "published-2026";

  @TempDir Path dir;

  @Test
  void aRefusedCohortLeavesItsReportAndNoDataset() throws Exception {
    CycleOutcome outcome = certify(125, TOO_FEW);

    assertThat(outcome.verdict()).isEqualTo(CycleVerdict.REFUSED);
    assertThat(outcome.reasons()).singleElement().asString().startsWith("privacy-nndr is FAIL");
    assertThat(outcome.gates())
        .filteredOn(gate -> gate.getId().equals("privacy-nndr"))
        .singleElement()
        .satisfies(gate -> assertThat(gate.getValue()).isLessThan(gate.getBound()));
    assertThat(outcome.cases()).isEqualTo(125);
    assertThat(outcome.datasets()).isEmpty();
    assertThat(outcome.certificate()).isNull();
    assertThat(outcome.contributions()).isNull();
    assertThat(outcome.documents())
        .extracting(ArtifactReference::getName)
        .containsExactly("report.json", "report.html");
    assertThat(files())
        .containsExactlyInAnyOrderElementsOf(
            outcome.documents().stream().map(CohortCertifierTest::place).toList());
  }

  @Test
  void aCertifiedCohortIsWrittenWithItsCertificateAndContributions() throws Exception {
    CycleOutcome outcome = certify(125, ENOUGH);

    assertThat(outcome.verdict()).isEqualTo(CycleVerdict.CERTIFIED);
    assertThat(outcome.reasons()).isEmpty();
    assertThat(outcome.gates()).extracting(GateOutcome::getVerdict).doesNotContain("FAIL");
    assertThat(outcome.datasets())
        .extracting(ArtifactReference::getName)
        .containsExactly(
            "synthetic-100.csv",
            "synthetic-500.csv",
            "synthetic-100.parquet",
            "synthetic-500.parquet");
    assertThat(outcome.datasets())
        .extracting(ArtifactReference::getRows)
        .containsExactly(100L, 500L, 100L, 500L);
    assertThat(outcome.documents())
        .extracting(ArtifactReference::getName)
        .containsExactly(
            "report.json", "report.html", "dictionary.csv", "dictionary.json", "croissant.json");
    List<ArtifactReference> all = new ArrayList<>(outcome.datasets());
    all.addAll(outcome.documents());
    all.add(outcome.certificate());
    all.add(outcome.contributions());
    assertThat(files())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(CohortCertifierTest::place).toList());
    assertThat(stages).contains("WRITE");
  }

  @Test
  void aCohortThatCannotBeRunSaysWhyAndWritesNothing() throws IOException {
    assertThatThrownBy(() -> certify(0, ENOUGH)).isInstanceOf(CycleProblem.class);
    assertThatThrownBy(() -> certify(19, ENOUGH))
        .isInstanceOfSatisfying(
            CycleProblem.class, e -> assertThat(e.code()).isEqualTo("NOT_RUNNABLE"))
        .hasMessage("a run needs at least 20 patients, this cohort has 19");
    assertThatThrownBy(() -> certify(125, List.of(500, 100)))
        .isInstanceOfSatisfying(
            CycleProblem.class, e -> assertThat(e.code()).isEqualTo("NOT_RUNNABLE"))
        .hasMessageStartingWith("datasetSizes: ");
    assertThat(files()).isEmpty();
  }

  /** Few and small datasets: the verdict is another one, the way through the worker is the same. */
  @Test
  void theRigorousProfileKeepsTheRulesOfTheSchemaAndShowsThePublishedGatesBeside()
      throws Exception {
    profile = "rigorous/CONTROLLED";

    CycleOutcome outcome = certify(300, List.of(300));

    assertThat(outcome.gates())
        .filteredOn(gate -> gate.getId().equals("F5") || gate.getId().equals("P6"))
        .hasSize(2)
        .allSatisfy(gate -> assertThat(gate.getVerdict()).isEqualTo("PASS"));
    assertThat(outcome.gates())
        .filteredOn(gate -> gate.getId().startsWith("published-2026:"))
        .isNotEmpty()
        .allSatisfy(gate -> assertThat(gate.getVerdict()).isEqualTo("REPORTED"));
    assertThat(stages).contains("AUDIT", "CONTROLS", "GATES");
  }

  private CycleOutcome certify(int cases, List<Integer> sizes) throws Exception {
    Cohort cohort = cohort(cases);
    CohortCertifier certifier =
        new CohortCertifier(
            (campaignId, ordinalLimit) -> cohort,
            new ArtifactStore(new ArtifactSettings(dir.toString())),
            new CycleSecrets(SigningKey.random(), new byte[32], new CohortDigest(new byte[32])),
            2);
    return certifier.certify(
        request(sizes, profile), (stage, fraction, message) -> stages.add(stage));
  }

  private static Cohort cohort(int cases) throws IOException {
    List<GenericRecord> records = PeriodontalCases.first(cases);
    List<CohortCase> members =
        IntStream.range(0, cases)
            .mapToObj(row -> new CohortCase(member(row), records.get(row)))
            .toList();
    return new Cohort(CAMPAIGN, cases == 0 ? null : records.get(0).getSchema(), members);
  }

  private static RegistryMember member(int row) {
    return RegistryMember.newBuilder()
        .setCampaignId(CAMPAIGN)
        .setCaseId(PeriodontalCases.caseId(row))
        .setSiteId("site-" + row % 4)
        .setContributorId("contributor-" + row % 8)
        .setOrdinal(row + 1)
        .setRevision(1)
        .build();
  }

  private static CertificationRequested request(List<Integer> sizes, String profile) {
    return CertificationRequested.newBuilder()
        .setCycleId("4d0c1bf5-d453-5fdd-beb9-9d7e56b33a89")
        .setCampaignId(CAMPAIGN)
        .setPolicyVersion(1)
        .setTrigger(CertificationTrigger.THRESHOLD)
        .setThreshold(125L)
        .setCases(125)
        .setOrdinalLimit(125)
        .setProfile(profile)
        .setDatasetSizes(sizes)
        .setAuditRepeats(1)
        .setCauseId(null)
        .setRequestedAt(Instant.EPOCH)
        .build();
  }

  private static Path place(ArtifactReference file) {
    return Path.of(URI.create(file.getUri()));
  }

  /** Every file of the store, half-written ones included. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
