package org.spineregistry.example.rewards;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.Currency;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardManifest;

/** Synthetic decisions. */
final class Events {
  static final String CYCLE = id("cycle");
  private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

  private Events() {}

  static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static RewardGranted granted(
      String name, String beneficiary, PayoutDecision decision, String amount) {
    return RewardGranted.newBuilder()
        .setPayoutId(id(name))
        .setKind(PayoutKind.CASE_BASELINE)
        .setDecision(decision)
        .setBeneficiaryId(beneficiary)
        .setSubjectId(id("case of " + name) + "/baseline")
        .setAmountBaseUnits(amount)
        .setRequestedBaseUnits(amount)
        .setCurrency(new Currency("SPINE", 9, null))
        .setPolicyId("example-contributions")
        .setPolicyVersion(1)
        .setReasonCode("CONTRIBUTED")
        .setCauseEventIds(List.of())
        .setCycleId(CYCLE)
        .setEffectiveAt(AT)
        .build();
  }

  static RewardGranted approved(String name, String beneficiary, String amount) {
    return granted(name, beneficiary, PayoutDecision.APPROVED, amount);
  }

  static RewardGranted reversal(String name, RewardGranted of, String amount, Recovery recovery) {
    RewardGranted reversal = approved(name, of.getBeneficiaryId(), "-" + amount);
    reversal.setKind(PayoutKind.REVERSAL);
    reversal.setDecision(PayoutDecision.REVERSED);
    reversal.setSubjectId(of.getPayoutId());
    reversal.setReverses(of.getPayoutId());
    reversal.setRecovery(recovery);
    return reversal;
  }

  /** The row of a rewarded cycle; the digest is made the way that the documentation shows. */
  static CertificationStatus rewarded(RewardGranted... payouts) throws Exception {
    String lines =
        Stream.of(payouts)
            .map(p -> p.getPayoutId() + ":" + p.getAmountBaseUnits() + "\n")
            .sorted()
            .collect(Collectors.joining());
    BigInteger sum =
        Stream.of(payouts)
            .map(p -> new BigInteger(p.getAmountBaseUnits()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.US_ASCII));
    return CertificationStatus.newBuilder()
        .setCycleId(CYCLE)
        .setCampaignId("sacroiliac-fusion")
        .setState(CycleState.REWARDED)
        .setRewards(
            RewardManifest.newBuilder()
                .setPolicyId("example-contributions")
                .setPolicyVersion(1)
                .setPayouts(payouts.length)
                .setPayoutsPerKind(Map.of("CASE_BASELINE", payouts.length))
                .setGrantedBaseUnits(sum.toString())
                .setCutBaseUnits("0")
                .setSha256(HexFormat.of().formatHex(digest))
                .build())
        .setUpdatedAt(AT)
        .setStateSince(AT)
        .build();
  }
}
