package org.spineregistry.schemas.topic;

import static org.spineregistry.schemas.topic.Cleanup.COMPACT;
import static org.spineregistry.schemas.topic.Cleanup.DELETE;
import static org.spineregistry.schemas.topic.Cleanup.FOREVER;

import java.time.Duration;
import java.util.List;

/** Every topic of the system, declared once. {@code docs/topics.md} shows the same table. */
public final class Topics {
  /** Partitions of the topics that carry cases, or are read together with them. */
  private static final int CASES = 6;

  /** Partitions of the topics that are keyed by cycle. */
  private static final int CYCLES = 3;

  /** Low in volume and read in one total order, so that a replay decides the same. */
  private static final int ORDERED = 1;

  private static final String INGESTOR = "contribution-ingestor";
  private static final String CERTIFICATION = "certification-streams";
  private static final String PUBLISHER = "anchor-publisher";
  private static final String REVIEWS = "review-collector";

  public static final Topic CASE_SUBMITTED =
      new Topic(
          "spine.case.submitted.v1",
          "caseId",
          List.of(Topic.CASE_RECORDS),
          CASES,
          DELETE,
          Duration.ofDays(7),
          List.of("registry apps", INGESTOR),
          "A case as it was submitted, unchecked");

  public static final Topic CASE_ACCEPTED =
      new Topic(
          "spine.case.accepted.v1",
          "caseId",
          List.of(Topic.CASE_RECORDS),
          CASES,
          COMPACT,
          null,
          List.of(INGESTOR),
          "A checked case, partitioned by campaign; a tombstone is a withdrawal");

  public static final Topic CASE_REJECTED =
      new Topic(
          "spine.case.rejected.v1",
          "rejectionId",
          event("CaseRejected"),
          CASES,
          DELETE,
          Duration.ofDays(30),
          List.of(INGESTOR),
          "Codes, field paths and coordinates of a refused submission, never a value");

  public static final Topic CASE_QUERY =
      new Topic(
          "spine.case.query.v1",
          "caseId",
          event("CaseQuery"),
          CASES,
          DELETE,
          Duration.ofDays(90),
          List.of(INGESTOR),
          "Plausibility questions to the site of an accepted case");

  public static final Topic CASE_WITHDRAWN =
      new Topic(
          "spine.case.withdrawn.v1",
          "caseId",
          event("CaseWithdrawn"),
          CASES,
          FOREVER,
          null,
          List.of(INGESTOR),
          "Withdrawal of consent");

  public static final Topic CASE_RECEIPT =
      new Topic(
          "spine.case.receipt.v1",
          "requestId",
          event("CaseReceipt"),
          CASES,
          DELETE,
          Duration.ofDays(1),
          List.of(INGESTOR),
          "What became of each submission, for whoever waits for the answer");

  public static final Topic REGISTRY_MEMBER =
      new Topic(
          "spine.registry.member.v1",
          "campaignId/caseId",
          event("RegistryMember"),
          CASES,
          COMPACT,
          null,
          List.of(CERTIFICATION),
          "A case that counts, with its ordinal; a tombstone when the case is withdrawn");

  public static final Topic REGISTRY_SIZE =
      new Topic(
          "spine.registry.size.v1",
          "campaignId",
          event("RegistrySize"),
          CASES,
          COMPACT,
          null,
          List.of(CERTIFICATION),
          "Distinct cases of a campaign, last certified size, next threshold");

  public static final Topic CERTIFICATION_POLICY =
      new Topic(
          "spine.certification.policy.v1",
          "campaignId",
          event("CertificationPolicy"),
          CASES,
          COMPACT,
          null,
          List.of("operators"),
          "Thresholds, profile and sizes of a campaign, versioned");

  public static final Topic CERTIFICATION_REQUESTED =
      new Topic(
          "spine.certification.requested.v1",
          "cycleId",
          event("CertificationRequested"),
          CYCLES,
          FOREVER,
          null,
          List.of(CERTIFICATION, "operators"),
          "What to certify and why");

  public static final Topic CERTIFICATION_PROGRESS =
      new Topic(
          "spine.certification.progress.v1",
          "cycleId",
          event("CertificationProgress"),
          CYCLES,
          DELETE,
          Duration.ofDays(7),
          List.of(CERTIFICATION),
          "Stage and fraction of a running cycle");

  public static final Topic CERTIFICATION_COMPLETED =
      new Topic(
          "spine.certification.completed.v1",
          "cycleId",
          event("CertificationCompleted"),
          CYCLES,
          FOREVER,
          null,
          List.of(CERTIFICATION),
          "CERTIFIED with the dataset digests, REFUSED or FAILED; every gate that was run");

  public static final Topic CERTIFICATION_STATUS =
      new Topic(
          "spine.certification.status.v1",
          "cycleId",
          event("CertificationStatus"),
          CYCLES,
          COMPACT,
          null,
          List.of(CERTIFICATION),
          "One row a cycle, from requested to rewarded");

  public static final Topic ANCHOR_INTENT =
      new Topic(
          "spine.anchor.intent.v1",
          "subject digest",
          event("AnchorIntent"),
          ORDERED,
          COMPACT,
          null,
          List.of(PUBLISHER),
          "Signed transactions, written before they are sent");

  public static final Topic ANCHOR_FINALIZED =
      new Topic(
          "spine.anchor.finalized.v1",
          "subject digest",
          event("AnchorFinalized"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "Slot, signature and receipt of an anchored certificate");

  public static final Topic ANCHOR_BATCH =
      new Topic(
          "spine.anchor.batch.v1",
          "root",
          event("AnchorBatch"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "A closed batch of contributions, to be anchored by one transaction");

  public static final Topic REVIEW_ACCEPTED =
      new Topic(
          "spine.review.accepted.v1",
          "vignetteId",
          event("ReviewAccepted"),
          CASES,
          FOREVER,
          null,
          List.of(REVIEWS),
          "A checked review of a synthetic vignette by a credentialed expert");

  public static final Topic REWARD_POLICY =
      new Topic(
          "spine.reward.policy.v1",
          "policyId",
          event("RewardPolicyPublished"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "What is paid: every version of the policy, as the operators wrote it");

  public static final Topic REWARD_RULING =
      new Topic(
          "spine.reward.ruling.v1",
          "target",
          event("RewardRuling"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER, "operators"),
          "Rulings on payouts: hold, release, void, reverse, suspend, resume");

  public static final Topic REWARD_PRICE =
      new Topic(
          "spine.reward.price.v1",
          "symbol",
          event("TokenPriceQuoted"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER, "operators"),
          "What the token costs: turns amounts in US dollars into tokens");

  public static final Topic REWARD_INPUT =
      new Topic(
          "spine.reward.input.v1",
          "as in the topic it comes from",
          List.of(
              "org.spineregistry.event.RewardPolicyPublished",
              "org.spineregistry.event.AnchorFinalized",
              "org.spineregistry.event.CaseWithdrawn",
              "org.spineregistry.event.RewardRuling",
              "org.spineregistry.event.ReviewAccepted",
              "org.spineregistry.event.TokenPriceQuoted",
              "org.spineregistry.event.HoldsDue"),
          ORDERED,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "Everything that payouts are decided from, in the one order in which it is decided");

  public static final Topic REWARD_GRANTED =
      new Topic(
          "spine.reward.granted.v1",
          "beneficiaryId",
          event("RewardGranted"),
          CASES,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "Payout decisions: the contract of reward systems");

  public static final Topic REWARD_SETTLED =
      new Topic(
          "spine.reward.settled.v1",
          "payoutId",
          event("RewardSettled"),
          CASES,
          FOREVER,
          null,
          List.of("reward systems", PUBLISHER),
          "What the payer reports of a payout: settled or failed");

  public static final Topic SETTLEMENT_INTENT =
      new Topic(
          "spine.settlement.intent.v1",
          "batchId",
          event("SettlementIntent"),
          ORDERED,
          COMPACT,
          null,
          List.of(PUBLISHER),
          "Signed payments of approved payouts, written before they are sent; shows wallets");

  public static final Topic REWARD_CYCLE =
      new Topic(
          "spine.reward.cycle.v1",
          "cycleId",
          event("CycleRewarded"),
          CYCLES,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "Manifest of a cycle's payouts, written after the last of them");

  public static final Topic REWARD_REVIEW_DAY =
      new Topic(
          "spine.reward.day.v1",
          "campaignId/day",
          event("ReviewDayRewarded"),
          CYCLES,
          FOREVER,
          null,
          List.of(PUBLISHER),
          "Manifest of the payouts for the reviews of a day, written when the day is over");

  public static final Topic DEAD_LETTER =
      new Topic(
          "spine.dead-letter.v1",
          "topic-partition-offset",
          event("DeadLetter"),
          ORDERED,
          DELETE,
          Duration.ofDays(14),
          List.of(INGESTOR, CERTIFICATION, PUBLISHER),
          "Coordinates and reason code of a record that nobody could process");

  /** All topics, in the order of a case's life. */
  public static final List<Topic> ALL =
      List.of(
          CASE_SUBMITTED,
          CASE_ACCEPTED,
          CASE_REJECTED,
          CASE_QUERY,
          CASE_WITHDRAWN,
          CASE_RECEIPT,
          REGISTRY_MEMBER,
          REGISTRY_SIZE,
          CERTIFICATION_POLICY,
          CERTIFICATION_REQUESTED,
          CERTIFICATION_PROGRESS,
          CERTIFICATION_COMPLETED,
          CERTIFICATION_STATUS,
          ANCHOR_INTENT,
          ANCHOR_FINALIZED,
          ANCHOR_BATCH,
          REVIEW_ACCEPTED,
          REWARD_POLICY,
          REWARD_RULING,
          REWARD_PRICE,
          REWARD_INPUT,
          REWARD_GRANTED,
          REWARD_SETTLED,
          SETTLEMENT_INTENT,
          REWARD_CYCLE,
          REWARD_REVIEW_DAY,
          DEAD_LETTER);

  private Topics() {}

  private static List<String> event(String record) {
    return List.of("org.spineregistry.event." + record);
  }
}
