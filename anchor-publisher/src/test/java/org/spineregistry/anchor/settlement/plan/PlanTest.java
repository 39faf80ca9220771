package org.spineregistry.anchor.settlement.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.event.Recovery.OFFSET_FUTURE;
import static org.spineregistry.event.Recovery.REQUEST_RETURN;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.settlement.plan.Begun.Stage;
import org.spineregistry.anchor.settlement.plan.Plan.Waiting;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;

class PlanTest {
  private static final Coin COIN = new Coin("mint", 9);

  private final Dues dues = new Dues();
  private final Map<String, List<Begun>> begun = new HashMap<>();

  private Plan plan() {
    return Plan.of(dues, begun, COIN, beneficiary -> !beneficiary.startsWith("unknown"));
  }

  private RewardGranted decide(RewardGranted granted) {
    dues.decided(granted);
    return granted;
  }

  private RewardGranted approve(String payoutId, long amount) {
    return decide(Grants.approved(payoutId, "a", amount));
  }

  /** What the plan pays now goes into a batch. */
  private void begin(Stage stage) {
    for (Payment payment : plan().payments()) {
      payment.shares().forEach(share -> begin(share, stage));
    }
  }

  private void begin(Share share, Stage stage) {
    begun.computeIfAbsent(share.payoutId(), id -> new ArrayList<>()).add(new Begun(share, stage));
  }

  /** Shares of the only payment as {@code payout:version:due:paid}. */
  private List<String> shares() {
    return plan().payments().stream()
        .flatMap(payment -> payment.shares().stream())
        .map(s -> s.payoutId() + ":" + s.version() + ":" + s.due() + ":" + s.paid())
        .toList();
  }

  private void report(String payoutId, int version, SettlementStatus status, String amount) {
    report("a", payoutId, version, status, amount);
  }

  private void report(
      String beneficiary, String payoutId, int version, SettlementStatus status, String amount) {
    dues.reported(
        RewardSettled.newBuilder()
            .setPayoutId(payoutId)
            .setBeneficiaryId(beneficiary)
            .setStatus(status)
            .setVersion(version)
            .setReason(null)
            .setSignature(null)
            .setAmountBaseUnits(amount)
            .setSettledAt(Instant.EPOCH)
            .build());
  }

  @Test
  void whatIsApprovedOrReleasedIsPaidAndNothingElse() {
    approve("approved", 10);
    decide(Grants.decided("released", "a", 20, PayoutDecision.HELD));
    decide(Grants.decided("released", "a", 20, PayoutDecision.RELEASED));
    decide(Grants.decided("held", "a", 30, PayoutDecision.HELD));
    decide(Grants.decided("void", "a", 40, PayoutDecision.HELD));
    decide(Grants.decided("void", "a", 40, PayoutDecision.VOIDED));
    decide(Grants.decided("new word", "a", 50, PayoutDecision.UNKNOWN));
    approve("zero", 0);
    approve("approved", 10);

    assertThat(shares()).containsExactly("approved:1:10:10", "released:1:20:20");
    assertThat(plan().payments().get(0).amount()).isEqualTo(BigInteger.valueOf(30));
  }

  @Test
  void aPayoutIsInOneBatchUntilAnOperatorReleasesIt() {
    approve("p", 10);
    Share share = plan().payments().get(0).shares().get(0);
    for (Stage stage : List.of(Stage.OPEN, Stage.PAID, Stage.FAILED)) {
      begun.put("p", List.of(new Begun(share, stage)));
      assertThat(plan().payments()).isEmpty();
    }
    begun.put("p", List.of(new Begun(share, Stage.RELEASED)));
    assertThat(shares()).containsExactly("p:2:10:10");
  }

  @Test
  void aReversalBeforeThePaymentCutsIt() {
    RewardGranted part = approve("part", 100);
    decide(Grants.reversal("r1", part, 30, OFFSET_FUTURE));
    decide(Grants.reversal("r1", part, 30, OFFSET_FUTURE));
    RewardGranted whole = approve("whole", 50);
    decide(Grants.reversal("r2", whole, 50, REQUEST_RETURN));

    assertThat(shares()).containsExactly("part:1:70:70");
  }

  @Test
  void aReversalAfterThePaymentIsKeptBackFromLaterOnes() {
    RewardGranted first = approve("first", 100);
    begin(Stage.PAID);
    decide(Grants.reversal("r", first, 60, OFFSET_FUTURE));
    approve("second", 50);
    assertThat(plan().payments()).isEmpty();

    approve("third", 50);
    assertThat(shares()).containsExactly("second:1:50:0", "third:1:50:40");
    begin(Stage.PAID);
    approve("fourth", 5);
    assertThat(shares()).containsExactly("fourth:1:5:5");
  }

  @Test
  void whatWasKeptBackInABatchThatFailedIsKeptBackAgain() {
    RewardGranted first = approve("first", 100);
    begin(Stage.PAID);
    decide(Grants.reversal("r", first, 60, OFFSET_FUTURE));
    approve("second", 70);
    begin(Stage.FAILED);
    approve("third", 100);
    assertThat(shares()).containsExactly("third:1:100:40");
  }

  @Test
  void aReversalWhoseReturnIsRequestedKeepsNothingBack() {
    RewardGranted first = approve("first", 100);
    begin(Stage.PAID);
    decide(Grants.reversal("r", first, 60, REQUEST_RETURN));
    approve("second", 50);
    assertThat(shares()).containsExactly("second:1:50:50");
  }

  @Test
  void whatSomebodyElsePaidIsNotPaidAgain() {
    approve("paid", 100);
    report("paid", 1, SettlementStatus.SETTLED, null);
    report("early", 3, SettlementStatus.SETTLED, null);
    approve("early", 100);
    approve("bounced", 100);
    report("bounced", 2, SettlementStatus.FAILED, null);
    report("bounced", 1, SettlementStatus.SETTLED, null);

    assertThat(shares()).containsExactly("bounced:3:100:100");
  }

  @Test
  void aReportThatNamesAnotherBeneficiaryHidesNoEarlierOneWhicheverComesFirst() {
    report("paid", 1, SettlementStatus.SETTLED, null);
    report("b", "paid", 2, SettlementStatus.FAILED, null);
    approve("paid", 100);

    assertThat(plan().payments()).isEmpty();
  }

  @Test
  void aReversalOfWhatSomebodyElsePaidIsKeptBackToo() {
    RewardGranted paid = approve("paid", 100);
    report("paid", 1, SettlementStatus.SETTLED, null);
    decide(Grants.reversal("r", paid, 60, OFFSET_FUTURE));
    approve("next", 100);
    assertThat(shares()).containsExactly("next:1:100:40");
  }

  @Test
  void whoCannotBePaidWaitsWithAReason() {
    decide(Grants.approved("p1", "unknown", 1));
    decide(Grants.in(Grants.approved("p2", "other", 1), "another mint", 9));
    decide(Grants.in(Grants.approved("p3", "decimals", 1), "mint", 6));
    decide(Grants.in(Grants.approved("p4", "a", 1), "mint", 9));
    decide(Grants.decided("p5", "unknown-but-nothing-owed", 1, PayoutDecision.HELD));

    assertThat(plan().payments()).extracting(Payment::beneficiaryId).containsExactly("a");
    assertThat(plan().waiting())
        .containsOnly(
            Map.entry("unknown", Waiting.NO_WALLET),
            Map.entry("other", Waiting.OTHER_TOKEN),
            Map.entry("decimals", Waiting.OTHER_TOKEN));
  }

  @Test
  void decisionsThatContradictEachOtherStopThePayer() {
    approve("p", 10);
    assertThatThrownBy(() -> approve("p", 11)).hasMessageContaining("PAYOUT_CONFLICT");
    RewardGranted nobody = Grants.approved("nobody", "a", 1);
    assertThatThrownBy(() -> decide(Grants.reversal("r", nobody, 1, OFFSET_FUTURE)))
        .hasMessageContaining("UNKNOWN_ORIGINAL");
  }

  @Test
  void anOverpaymentThatEatsUpManyPayoutsMakesNoPaymentLarger() {
    RewardGranted first = approve("first", 1_000);
    begin(Stage.PAID);
    decide(Grants.reversal("r", first, 1_000, OFFSET_FUTURE));
    for (int n = 0; n < 1_010; n++) {
      approve("p" + n, 1);
    }
    int got = 0;
    int rounds = 0;
    for (; !plan().payments().isEmpty(); rounds++) {
      assertThat(shares()).hasSizeLessThanOrEqualTo(200);
      got += plan().payments().get(0).amount().intValueExact();
      begin(Stage.PAID);
    }
    assertThat(got).as("in the end what he is owed, to the base unit").isEqualTo(10);
    assertThat(rounds).isEqualTo(6);
  }

  @Test
  void whoOwesBackAsMuchAsHeIsOwedGetsNothingHoweverManyPayoutsItAre() {
    RewardGranted first = approve("first", 300);
    begin(Stage.PAID);
    decide(Grants.reversal("r", first, 300, OFFSET_FUTURE));
    for (int n = 0; n < 300; n++) {
      approve("p" + n, 1);
    }
    assertThat(plan().payments()).isEmpty();
    approve("more", 1);
    assertThat(plan().payments().get(0).amount()).isOne();
  }

  @Test
  void afterALostLogWhatWasKeptBackIsNotKeptBackAgain() {
    RewardGranted paid = approve("A", 100);
    report("A", 1, SettlementStatus.SETTLED, "100");
    decide(Grants.reversal("r", paid, 50, OFFSET_FUTURE));
    approve("B", 80);
    report("B", 1, SettlementStatus.SETTLED, "30");
    approve("C", 40);

    assertThat(shares()).containsExactly("C:1:40:40");
  }

  @Test
  void aPayoutThatNoTransferCanPayWaitsAndOthersArePaid() {
    BigInteger most = BigInteger.ONE.shiftLeft(64);
    dues.decided(
        RewardGranted.newBuilder(Grants.approved("large", "a", 1))
            .setAmountBaseUnits(most.toString())
            .build());
    approve("small", 1);
    assertThat(shares()).containsExactly("small:1:1:1");
    assertThat(plan().waiting()).containsExactly(Map.entry("a", Waiting.AMOUNT_TOO_LARGE));
  }

  @Test
  void aPayoutThatNoReportCanTellOfAnyMoreWaits() {
    approve("last", 1);
    report("last", Integer.MAX_VALUE, SettlementStatus.FAILED, null);
    assertThat(plan().payments()).isEmpty();
    assertThat(plan().waiting()).containsExactly(Map.entry("a", Waiting.NO_VERSION_LEFT));
  }

  @Test
  void aPaymentHoldsNoMorePayoutsThanAnIntentShould() {
    for (int n = 0; n < 250; n++) {
      approve("p" + n, 1);
    }
    assertThat(shares()).hasSize(200);
    begin(Stage.OPEN);
    assertThat(shares()).hasSize(50);
  }
}
