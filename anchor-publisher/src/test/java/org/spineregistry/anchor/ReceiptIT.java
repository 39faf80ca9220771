package org.spineregistry.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.AcceptedCases;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.proof.OfflineProof;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofFinding;

/** Receipts of cases and reviews, from the topic to the proof, and what reviews are paid. */
class ReceiptIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Path EXAMPLE = Path.of("../config/rewards/policy-v1.json");
  private static final String REVIEW = "00000000-0000-4000-8000-00000000000a";
  private static final String PRICE = "5a0c2a8e-6a51-4b0e-9d9f-1f1f6f6f2b11";

  private Installation installation;
  private RunningPublisher server;

  @TempDir Path dir;

  @BeforeEach
  void prepare() throws Exception {
    installation = new Installation(ReceiptIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    KeyFile.generate(dir.resolve("publisher.json"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aContributorGetsAProofOfAnAcceptedCaseUntilItIsWithdrawn() throws Exception {
    server = start(EXAMPLE);
    assertThat(server.status("/v1/proofs/" + AcceptedCases.caseId(1))).isIn(404, 503);
    installation.accept(AcceptedCases.of(1, 1), AcceptedCases.of(2, 1), AcceptedCases.of(1, 2));

    await()
        .atMost(LIMIT)
        .until(() -> server.status("/v1/proofs/" + AcceptedCases.caseId(2)) == 200);
    String answer = server.text("/v1/proofs/" + AcceptedCases.caseId(1));
    ProofBundle newest = server.bundle("/v1/proofs/" + AcceptedCases.caseId(1));
    ProofBundle first = server.bundle("/v1/proofs/" + AcceptedCases.caseId(1) + "?revision=1");
    assertThat(newest.subject().receipt().orElseThrow()).contains("revision: 2");
    assertThat(first.subject().receipt().orElseThrow()).contains("revision: 1");
    for (ProofBundle bundle : List.of(newest, first)) {
      assertThat(new OfflineProof(bundle, RunningPublisher.trusted(anchors().get(0))).findings())
          .hasSize(6)
          .allMatch(ProofFinding::holds);
    }
    assertThat(installation.solana.memos(newest.chain().memo())).isOne();
    assertThat(server.status("/v1/proofs/" + AcceptedCases.caseId(1) + "?revision=3"))
        .isEqualTo(404);
    assertThat(server.status("/v1/proofs/" + AcceptedCases.caseId(1) + "?revision=0"))
        .isEqualTo(400);

    server.close();
    server = start(EXAMPLE);
    await()
        .atMost(LIMIT)
        .until(() -> server.status("/v1/proofs/" + AcceptedCases.caseId(2)) == 200);
    assertThat(server.text("/v1/proofs/" + AcceptedCases.caseId(1))).isEqualTo(answer);
    installation.withdraw(AcceptedCases.caseId(1));
    await()
        .atMost(LIMIT)
        .until(() -> server.status("/v1/proofs/" + AcceptedCases.caseId(1)) == 404);
    assertThat(server.status("/v1/proofs/" + AcceptedCases.caseId(2))).isEqualTo(200);
    assertThat(payouts()).isEmpty();
    assertThat(installation.records(DEAD_LETTER)).isEmpty();
  }

  /** Expected amount from the vectors: 0.97 dollars at 0.0123. */
  @Test
  void aReviewIsPaidOnceWhenThereIsAPriceAndItsReviewerGetsAProof() throws Exception {
    Path policy = dir.resolve("policy.json");
    Files.writeString(
        policy,
        """
        {"format": "spine-reward-policy/1", "policyId": "reviews", "version": 1,
         "currency": {"symbol": "SPINE", "decimals": 9},
         "price": {"maxAgeHours": 24, "lowest": "0.001", "highest": "1"},
         "campaigns": {"sacroiliac-fusion": {
           "baseline": {"kind": "CASE_BASELINE", "baseUnits": "1"},
           "review": {"kind": "REVIEW", "usd": "0.97"}}}}
        """);
    server = start(policy);
    OperatorCalls operator = server.operator();
    installation.review(REVIEW, "reviewer-aaaa");
    installation.review(REVIEW, "reviewer-aaaa");
    await()
        .atMost(LIMIT)
        .until(() -> server.text("/prometheus").contains("spine_reward_unpriced 2.0"));
    assertThat(server.status("/v1/prices/newest")).isEqualTo(404);
    assertThat(
            operator.refusedPrice("{\"priceId\": \"p\", \"usdPerToken\": \"10\"}").get("details"))
        .hasSize(4);

    operator.quotes(PRICE, "0.0123", Instant.now());

    await().atMost(LIMIT).until(() -> payouts().size() == 1);
    RewardGranted payout = payouts().get(0);
    assertThat(payout.getAmountBaseUnits()).isEqualTo("78861788617");
    assertThat(payout.getUsdReference().getPrice()).isEqualTo("0.0123");
    assertThat(payout.getSubjectId()).isEqualTo(REVIEW);
    assertThat(payout.getBeneficiaryId()).isEqualTo("reviewer-aaaa");
    assertThat(server.get("/v1/prices/newest").get("usdPerToken").asText()).isEqualTo("0.0123");
    await().atMost(LIMIT).until(() -> server.status("/v1/proofs/" + REVIEW) == 200);
    ProofBundle bundle = server.bundle("/v1/proofs/" + REVIEW);
    assertThat(new OfflineProof(bundle, RunningPublisher.trusted(anchors().get(0))).findings())
        .allMatch(ProofFinding::holds);
    assertThat(bundle.subject().receipt().orElseThrow())
        .startsWith("spine review receipt v1")
        .contains("review: " + REVIEW);
    assertThat(server.status("/v1/rewards/days/sacroiliac-fusion/2026-01-01")).isEqualTo(404);
    assertThat(payouts()).hasSize(1);
    assertThat(installation.records(DEAD_LETTER)).isEmpty();
  }

  private RunningPublisher start(Path policy) {
    return RunningPublisher.start(
        dir, installation, TestCluster.shared().solanaUrl(), "batches", policy);
  }

  private List<AnchorFinalized> anchors() {
    return installation.read(ANCHOR_FINALIZED);
  }

  private List<RewardGranted> payouts() {
    return installation.read(REWARD_GRANTED);
  }
}
