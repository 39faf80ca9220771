package org.spineregistry.certification.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.certification.Golden;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.schemas.id.SpineIds;

class RegistryTopologyTest {
  private static final String SIJ = "sacroiliac-fusion";
  private RegistryDriver registry;

  @BeforeEach
  void start() {
    registry = new RegistryDriver();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void givesEachNewCaseTheNextOrdinalOfItsCampaign() {
    registry.accept(SIJ, 1, 1);
    registry.accept("lumbar-fusion", 2, 1);
    registry.accept(SIJ, 3, 1);

    List<RegistryMember> members = registry.members.readValuesToList();
    assertThat(members).extracting(RegistryMember::getOrdinal).containsExactly(1L, 1L, 2L);
    assertThat(registry.size(SIJ).getCases()).isEqualTo(2);
  }

  @Test
  void aLaterRevisionReplacesAndNeverCountsTwice() {
    registry.accept(SIJ, 1, 1);
    registry.accept(SIJ, 1, 2);
    registry.accept(SIJ, 1, 2);
    registry.accept(SIJ, 1, 1);

    List<RegistryMember> members = registry.members.readValuesToList();
    assertThat(members).extracting(RegistryMember::getRevision).containsExactly(1, 2);
    assertThat(members).extracting(RegistryMember::getOrdinal).containsOnly(1L);
    assertThat(registry.size(SIJ).getCases()).isEqualTo(1);
  }

  @Test
  void namesTheWindowsWhoseDefiningFieldsArePresent() {
    var record = TestCases.of(SIJ, 1, 1);
    TestCases.with(record, "odi3m", 30.0);
    TestCases.with(record, "odi12m", 20.0);
    registry.accepted.pipeInput(TestCases.caseId(1), record);

    assertThat(registry.members.readValue().getWindowsFilled()).containsExactly("12m");
  }

  @Test
  void withdrawalLowersTheSizeAndNeverReusesAnOrdinal() {
    registry.accept(SIJ, 1, 3, 1);
    registry.withdraw(2);
    registry.withdraw(2);
    registry.accept(SIJ, 4, 1);

    var members = registry.members.readKeyValuesToList();
    assertThat(members.get(3).key).isEqualTo(SIJ + "/" + TestCases.caseId(2));
    assertThat(members.get(3).value).isNull();
    assertThat(members.get(4).value.getOrdinal()).isEqualTo(4);
    assertThat(registry.size(SIJ).getCases()).isEqualTo(3);
  }

  @Test
  void emitsOneRequestWhenTheRegistryReachesAThreshold() {
    registry.policy(SIJ, 2, null, 3L, 5L);
    registry.accept(SIJ, 1, 4, 1);

    CertificationRequested request = registry.requests.readValue();
    assertThat(registry.requests.isEmpty()).isTrue();
    assertThat(request.getCycleId()).isEqualTo(SpineIds.cycle(SIJ, 2, 3).toString());
    assertThat(request.getThreshold()).isEqualTo(3);
    assertThat(request.getOrdinalLimit()).isEqualTo(3);
    assertThat(registry.size(SIJ).getNextThreshold()).isEqualTo(5);
  }

  @Test
  void theCohortHasAsManyMembersAsTheThresholdSaysAfterWithdrawals() {
    registry.policy(SIJ, 1, null, 3L);
    registry.accept(SIJ, 1, 2, 1);
    registry.withdraw(1);
    registry.accept(SIJ, 3, 4, 1);

    CertificationRequested request = registry.requests.readValue();
    assertThat(request.getCases()).isEqualTo(3);
    assertThat(request.getOrdinalLimit()).isEqualTo(4);
  }

  @Test
  void aSizeThatFallsAndRisesAgainDoesNotAskTwice() {
    registry.policy(SIJ, 1, null, 3L);
    registry.accept(SIJ, 1, 3, 1);
    registry.withdraw(3);
    registry.accept(SIJ, 4, 5, 1);

    assertThat(registry.requests.readValuesToList()).hasSize(1);
  }

  @Test
  void growsGeometricallyBehindTheList() {
    registry.policy(SIJ, 1, "2", 2L);
    registry.accept(SIJ, 1, 9, 1);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getThreshold)
        .containsExactly(2L, 4L, 8L);
  }

  @Test
  void aPolicyThatArrivesLateAsksAtOnceForWhatWasReached() {
    registry.accept(SIJ, 1, 6, 1);
    registry.policy(SIJ, 1, null, 2L, 4L, 8L);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getThreshold, CertificationRequested::getOrdinalLimit)
        .containsExactly(tuple(2L, 2L), tuple(4L, 4L));
  }

  @Test
  void everyCohortHasAsManyLivingMembersAsItsThresholdSays() {
    registry.accept("lumbar-fusion", 100, 103, 1);
    registry.accept(SIJ, 1, 7, 1);
    registry.withdraw(2);
    registry.policy(SIJ, 1, null, 2L, 3L, 6L);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getThreshold, CertificationRequested::getOrdinalLimit)
        .containsExactly(tuple(2L, 3L), tuple(3L, 4L), tuple(6L, 7L));
  }

  @Test
  void aFactorBeyondReasonLeavesThePolicyInForce() {
    registry.policy(SIJ, 1, null, 3L);
    registry.policy(SIJ, 2, "1e30", 2L);
    registry.accept(SIJ, 1, 3, 1);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getPolicyVersion)
        .containsExactly(1);
  }

  @Test
  void aNewPolicyVersionCountsFromTheLastRequestOn() {
    registry.policy(SIJ, 1, null, 3L);
    registry.accept(SIJ, 1, 4, 1);
    registry.policy(SIJ, 2, null, 2L, 4L, 6L);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getThreshold)
        .containsExactly(3L, 4L);
  }

  @Test
  void anOlderOrBrokenPolicyLeavesTheOneInForce() {
    registry.policy(SIJ, 2, null, 3L);
    registry.policy(SIJ, 1, null, 1L);
    registry.policy(SIJ, 3, null, 2L, 2L);
    registry.accept(SIJ, 1, 3, 1);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getPolicyVersion)
        .containsExactly(2);
  }

  @Test
  void aPolicyThatTheEngineCannotRunLeavesTheOneInForceAndItsThresholds() {
    registry.policy(SIJ, 1, null, 3L);
    registry.policy(RegistryDriver.aPolicy(SIJ, 2).setProfile("rigorous"));
    registry.policy(RegistryDriver.aPolicy(SIJ, 3).setDatasetSizes(List.of(100, 100_001)));
    registry.policy(RegistryDriver.aPolicy(SIJ, 4).setAuditRepeats(101));
    registry.policy(RegistryDriver.aPolicy(SIJ, 5).setThresholds(List.of(2L, 2L)));
    registry.accept(SIJ, 1, 3, 1);

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getPolicyVersion)
        .containsExactly(1);
    assertThat(registry.ignored("NOT_RUNNABLE")).isEqualTo(3);
    assertThat(registry.ignored("THRESHOLDS")).isEqualTo(1);
  }

  @Test
  void aPolicyThatCouldOnlyFailUsesNoThresholdUp() {
    registry.policy(RegistryDriver.aPolicy(SIJ, 1).setProfile("rigorous"));
    registry.accept(SIJ, 1, 3, 1);
    registry.policy(RegistryDriver.aPolicy(SIJ, 2));

    assertThat(registry.requests.readValuesToList())
        .extracting(CertificationRequested::getThreshold)
        .containsExactly(3L);
  }

  @Test
  void showsTheLargestCertifiedCohort() {
    registry.accept(SIJ, 1, 1);
    registry.completed.pipeInput("cycle-a", completed("cycle-a", CycleVerdict.CERTIFIED, 370));
    registry.completed.pipeInput("cycle-b", completed("cycle-b", CycleVerdict.CERTIFIED, 125));
    registry.completed.pipeInput("cycle-c", completed("cycle-c", CycleVerdict.REFUSED, 800));

    assertThat(registry.size(SIJ).getLastCertifiedSize()).isEqualTo(370);
  }

  @Test
  void everyEventNamesItsCauseAndHasTheSameIdentityOnEveryRun() {
    registry.accept(SIJ, 1, 1);
    var first = registry.members.readRecord().headers();
    try (RegistryDriver again = new RegistryDriver()) {
      again.accept(SIJ, 1, 1);
      assertThat(again.members.readRecord().headers()).isEqualTo(first);
    }
    assertThat(first.lastHeader("ce_id")).isNotNull();
    assertThat(first.lastHeader("spine_causeid")).isNotNull();
  }

  @Test
  void ordinalsAreGaplessAndRequestsSingleUnderAnyOrderOfDuplicatesAndWithdrawals() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      try (RegistryDriver run = new RegistryDriver()) {
        run.policy(SIJ, 1, "1.5", 5L);
        Set<Integer> living = new HashSet<>();
        for (int step = 0; step < 300; step++) {
          int n = random.nextInt(60);
          if (random.nextInt(4) == 0) {
            run.withdraw(n);
            living.remove(n);
          } else {
            run.accept(SIJ, n, 1 + random.nextInt(3));
            living.add(n);
          }
        }
        List<RegistryMember> joined =
            run.members.readValuesToList().stream().filter(Objects::nonNull).toList();
        long ordinals = joined.stream().map(RegistryMember::getOrdinal).distinct().count();
        var size = run.size(SIJ);
        assertThat(size.getCases()).isEqualTo(living.size());
        assertThat(size.getLastOrdinal()).isEqualTo(ordinals);
        assertThat(run.requests.readValuesToList())
            .extracting(CertificationRequested::getThreshold)
            .doesNotHaveDuplicates()
            .isSorted();
      }
    }
  }

  @Test
  void theTopologyIsTheOneThatWasReviewed() throws IOException {
    try (var golden = getClass().getResourceAsStream("/registry-topology.txt")) {
      assertThat(Golden.lines(RegistryDriver.topology().describe().toString()))
          .isEqualTo(Golden.lines(new String(golden.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static CertificationCompleted completed(String id, CycleVerdict verdict, long cases) {
    var now = Instant.EPOCH;
    return CertificationCompleted.newBuilder()
        .setCycleId(id)
        .setCampaignId(SIJ)
        .setPolicyVersion(1)
        .setThreshold(null)
        .setAttempt(1)
        .setVerdict(verdict)
        .setProfile("published-2026")
        .setCases(cases)
        .setOrdinalLimit(cases)
        .setCertificate(null)
        .setContributions(null)
        .setCauseId(null)
        .setStartedAt(now)
        .setCompletedAt(now)
        .build();
  }
}
