package org.spineregistry.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.verify.Verification;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.synthesis.verify.Check;

/**
 * After kill -9 of every service in the middle of its work, everything has happened exactly once.
 */
class KillST {
  private KilledStack stack;

  @BeforeEach
  void kill() {
    stack = KilledStack.get();
  }

  @AfterAll
  static void stop() {
    KilledStack.stop();
  }

  @Test
  void everyServiceWasKilledOnceInTheMiddleOfItsWork() {
    assertThat(stack.restarts())
        .containsExactlyInAnyOrder(
            "contribution-ingestor 137",
            "certification-streams 137",
            "anchor-publisher 137",
            "review-collector 137");
    assertThat(stack.killedIn())
        .hasSize(3)
        .satisfies(
            states -> {
              assertThat(states.get(0)).isEqualTo("intake after 100 of " + Scene.CASES);
              assertThat(states.get(1)).isEqualTo("certification in RUNNING");
              assertThat(states.get(2)).matches("publisher in (CERTIFIED|ANCHORING)");
            });
  }

  @Test
  void everyAcceptedCaseIsCountedOnce() {
    assertThat(stack.report().accepted()).isEqualTo(Scene.CASES);
    assertThat(stack.report().rejected()).isZero();
    Map<String, Long> ordinals = new HashMap<>();
    for (RegistryMember member : stack.topics().<RegistryMember>events(Topics.REGISTRY_MEMBER)) {
      Long before = ordinals.put(member.getCaseId(), member.getOrdinal());
      assertThat(before).isIn(null, member.getOrdinal());
    }
    assertThat(ordinals).hasSize(Scene.CASES);
    assertThat(ordinals.values())
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, Scene.CASES).boxed().toList());
    List<GenericRecord> accepted = stack.topics().cases(Topics.CASE_ACCEPTED);
    assertThat(accepted)
        .extracting(record -> ((GenericRecord) record.get("header")).get("caseId").toString())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(ordinals.keySet());
  }

  @Test
  void oneRequestAndOneResultForTheThreshold() {
    List<CertificationRequested> requests = stack.topics().events(Topics.CERTIFICATION_REQUESTED);
    assertThat(requests)
        .extracting(CertificationRequested::getThreshold)
        .containsExactly((long) Scene.CASES);
    List<CertificationCompleted> results = stack.topics().events(Topics.CERTIFICATION_COMPLETED);
    assertThat(results)
        .extracting(CertificationCompleted::getVerdict)
        .containsExactly(CycleVerdict.CERTIFIED);
    assertThat(results.get(0).getCases()).isEqualTo(Scene.CASES);
  }

  @Test
  void oneAnchorForTheDigest() {
    String memo = "spine1:d:" + stack.finished().certificate().sha256();
    assertThat(new Chain(stack.settings().rpcUrl()).memos()).containsExactly(memo);
    List<AnchorFinalized> anchors = stack.topics().events(Topics.ANCHOR_FINALIZED);
    assertThat(anchors).extracting(anchor -> anchor.getReceipt().getMemo()).containsExactly(memo);
  }

  @Test
  void onePayoutForEachId() {
    List<RewardGranted> payouts = stack.topics().events(Topics.REWARD_GRANTED);
    assertThat(payouts).extracting(RewardGranted::getPayoutId).doesNotHaveDuplicates();
    List<CycleRewarded> manifests = stack.topics().events(Topics.REWARD_CYCLE);
    assertThat(manifests).hasSize(1);
    assertThat(manifests.get(0).getManifest().getPayouts()).isEqualTo(payouts.size());
    BigInteger total =
        payouts.stream()
            .map(payout -> new BigInteger(payout.getAmountBaseUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(manifests.get(0).getManifest().getGrantedBaseUnits()).isEqualTo(total.toString());
    assertThat(payouts)
        .filteredOn(payout -> payout.getSubjectId().endsWith("/baseline"))
        .hasSize(Scene.CASES);
  }

  @Test
  void theDatasetsProveThemselves() {
    Cycle cycle = stack.finished();
    for (Cycle.File dataset : cycle.datasets()) {
      List<Check> checks =
          Verification.of(
              Path.of(URI.create(dataset.uri())),
              Path.of(URI.create(cycle.certificate().uri())),
              stack.settings().data().trust(),
              List.of(stack.settings().rpcUrl()),
              null);
      assertThat(checks).hasSize(5).allMatch(c -> c.outcome() == Check.Outcome.PASSED);
    }
  }

  /**
   * Another folder, the rows in the reverse order, every service killed: the same seed gives the
   * same bytes.
   */
  @Test
  void theDatasetsAreThoseOfAnUndisturbedRun() {
    List<String> undisturbed =
        UserStack.get().firstSummary().at("/cycles/0/datasets").findValuesAsText("sha256");
    assertThat(undisturbed).hasSize(6);
    assertThat(stack.finished().datasets())
        .extracting(Cycle.File::sha256)
        .containsExactlyElementsOf(undisturbed);
  }
}
