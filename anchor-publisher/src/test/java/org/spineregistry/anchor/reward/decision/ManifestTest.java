package org.spineregistry.anchor.reward.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.event.PayoutKind;

class ManifestTest {
  private static final Payout BASELINE =
      payout("60292263-3b4b-5f92-8512-ea0c257e0661", PayoutKind.CASE_BASELINE, "100000000000");
  private static final Payout THREE_MONTHS =
      payout("4ce19c2b-c19b-504e-a923-4e6c02544ef1", PayoutKind.FOLLOW_UP_3M, "30000000000");
  private static final Payout A_YEAR =
      payout("b96c1eb8-6367-59d6-aac4-53ded674152f", PayoutKind.FOLLOW_UP_12M, "80000000000");

  /** Expected from Python: hashlib.sha256 over the sorted lines, each ended by LF. */
  @Test
  void hashesTheSortedLinesOfIdAndAmount() {
    assertThat(of(List.of(BASELINE, THREE_MONTHS, A_YEAR)).sha256())
        .isEqualTo("b57f1063e94d3c3f443aea189e82148d45c9828fb33795ba6732e65f4584aa27");
  }

  @Test
  void doesNotDependOnTheOrderInWhichAConsumerReceivesThem() {
    assertThat(of(List.of(A_YEAR, BASELINE, THREE_MONTHS)))
        .isEqualTo(of(List.of(BASELINE, THREE_MONTHS, A_YEAR)));
  }

  @Test
  void countsKindsAndAddsWhatWasGrantedAndCut() {
    Payout cut =
        new Payout(
            "f0000000-0000-5000-8000-000000000000",
            PayoutKind.FOLLOW_UP_3M,
            "b",
            "c/3m",
            BaseUnits.parse("1"),
            BaseUnits.parse("30000000000"));

    Manifest manifest = of(List.of(BASELINE, THREE_MONTHS, cut));

    assertThat(manifest.payouts()).isEqualTo(3);
    assertThat(manifest.payoutsPerKind()).isEqualTo(Map.of("CASE_BASELINE", 1, "FOLLOW_UP_3M", 2));
    assertThat(manifest.granted()).hasToString("130000000001");
    assertThat(manifest.cut()).hasToString("29999999999");
    assertThat(manifest.held()).isEqualTo(BaseUnits.ZERO);
  }

  @Test
  void whatIsHeldIsGrantedAndToldApart() {
    KnownPayout held = KnownPayout.decided(earned(A_YEAR), Hold.of(Hold.Reason.BUDGET));

    Manifest manifest = Manifest.of(List.of(approved(BASELINE), held));

    assertThat(manifest.granted()).hasToString("180000000000");
    assertThat(manifest.held()).hasToString("80000000000");
  }

  /** SHA-256 of no bytes. */
  @Test
  void ofNoPayoutsIsTheHashOfNothing() {
    assertThat(of(List.of()).sha256())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  private static Manifest of(List<Payout> payouts) {
    return Manifest.of(payouts.stream().map(ManifestTest::approved).toList());
  }

  private static KnownPayout approved(Payout payout) {
    return KnownPayout.decided(earned(payout), null);
  }

  private static Earned earned(Payout payout) {
    return new Earned(payout, "campaign", "cycle", 0, 1, 1, Instant.EPOCH, List.of());
  }

  private static Payout payout(String id, PayoutKind kind, String amount) {
    return new Payout(id, kind, "b", "c", BaseUnits.parse(amount), BaseUnits.parse(amount));
  }
}
