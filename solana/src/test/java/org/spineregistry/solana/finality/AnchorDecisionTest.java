package org.spineregistry.solana.finality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.solana.finality.AnchorDecision.Failed;
import org.spineregistry.solana.finality.AnchorDecision.ReadBack;
import org.spineregistry.solana.finality.AnchorDecision.Resend;
import org.spineregistry.solana.finality.AnchorDecision.SignAgain;
import org.spineregistry.solana.finality.AnchorDecision.Stuck;
import org.spineregistry.solana.finality.AnchorDecision.Wait;
import org.spineregistry.solana.finality.EndpointView.Answered;
import org.spineregistry.solana.finality.EndpointView.Silent;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.Tip;

/**
 * Slots run 1,000 ahead of heights. The first attempt was signed at slot 5,000 and may land up to
 * height 4,150.
 */
class AnchorDecisionTest {
  private static final Attempt FIRST = new Attempt("first", 5_000, 4_150);
  private static final Attempt SECOND = new Attempt("second", 5_300, 4_450);
  private static final String ERR = "{\"InstructionError\":[2,\"InvalidInstructionData\"]}";

  /** An endpoint that has everything, has finalized the height, and knows none of the attempts. */
  private static Answered empty(String endpoint, long finalizedHeight) {
    Map<String, Optional<SignatureStatus>> statuses =
        Map.of("first", Optional.empty(), "second", Optional.empty());
    return new Answered(
        endpoint,
        new Tip(finalizedHeight + 1_000, finalizedHeight),
        finalizedHeight + 1_032,
        statuses,
        0);
  }

  private static Answered knows(Answered view, String signature, Commitment level, String err) {
    Map<String, Optional<SignatureStatus>> statuses = new HashMap<>(view.statuses());
    statuses.put(signature, Optional.of(new SignatureStatus(5_010, level, err)));
    return new Answered(
        view.endpoint(),
        view.finalized(),
        view.contextSlot(),
        statuses,
        view.firstAvailableBlock());
  }

  private static AnchorDecision decide(List<Attempt> attempts, EndpointView... views) {
    return AnchorDecision.decide(attempts, List.of(views));
  }

  private static AnchorDecision decide(EndpointView... views) {
    return decide(List.of(FIRST), views);
  }

  @Test
  void resendsWhileTheLastValidHeightIsNotFinal() {
    assertThat(decide(empty("a", 4_000), empty("b", 4_150))).isEqualTo(new Resend());
  }

  @Test
  void signsAgainOneBlockLater() {
    assertThat(decide(empty("a", 4_151), empty("b", 4_151))).isEqualTo(new SignAgain());
  }

  @Test
  void readsBackWhatOneEndpointHasFinalized() {
    assertThat(
            decide(
                empty("a", 4_000), knows(empty("b", 4_000), "first", Commitment.FINALIZED, null)))
        .isEqualTo(new ReadBack(FIRST));
  }

  @Test
  void aFinalErrorIsAFailureWhenEveryEndpointSaysSo() {
    Answered a = knows(empty("a", 4_000), "first", Commitment.FINALIZED, ERR);
    Answered b = knows(empty("b", 4_000), "first", Commitment.FINALIZED, ERR);

    assertThat(decide(a, b)).isEqualTo(new Failed(FIRST, ERR));
  }

  /** A success is read back and compared; a failure would be taken from one liar alone. */
  @Test
  void aFailureThatOneEndpointDoesNotSeeDecidesNothing() {
    Answered a = knows(empty("a", 4_000), "first", Commitment.FINALIZED, ERR);
    Stuck stuck =
        new Stuck(List.of("1 of 2 endpoints say that first failed, the others do not say so"));

    assertThat(decide(a, empty("b", 4_000))).isEqualTo(stuck);
    assertThat(decide(a, knows(empty("b", 4_000), "first", Commitment.CONFIRMED, null)))
        .isEqualTo(stuck);
    assertThat(decide(a, new EndpointView.Silent("b", "no answer"))).isEqualTo(stuck);
  }

  @ParameterizedTest
  @EnumSource(
      value = Commitment.class,
      names = {"PROCESSED", "CONFIRMED"})
  void waitsForABlockThatAForkMayStillDrop(Commitment level) {
    assertThat(decide(knows(empty("a", 4_000), "first", level, null), empty("b", 4_000)))
        .isEqualTo(new Wait());
    assertThat(decide(knows(empty("a", 9_000), "first", level, null), empty("b", 9_000)))
        .isEqualTo(new Wait());
    assertThat(decide(knows(empty("a", 9_000), "first", level, ERR), empty("b", 9_000)))
        .isEqualTo(new Wait());
  }

  @Test
  void oneEndpointThatHasNotFinalizedTheHeightIsEnoughToWait() {
    assertThat(decide(empty("a", 4_151), empty("b", 4_150)))
        .isEqualTo(new Stuck(List.of("b has not finalized the last valid block height yet")));
  }

  @Test
  void aSilentEndpointIsEnoughToWait() {
    assertThat(decide(empty("a", 9_000), new Silent("b", "no answer: SocketTimeoutException")))
        .isEqualTo(new Stuck(List.of("b is silent: no answer: SocketTimeoutException")));
    assertThat(decide(empty("a", 4_000), new Silent("b", "down"))).isEqualTo(new Resend());
    assertThat(decide(new Silent("a", "down"), new Silent("b", "down"))).isEqualTo(new Resend());
  }

  @Test
  void anAnswerFromBeforeTheHeightIsNoProof() {
    Answered late = empty("a", 4_151);
    Answered behind =
        new Answered("a", late.finalized(), late.finalized().slot() - 1, late.statuses(), 0);

    assertThat(decide(behind))
        .isEqualTo(new Stuck(List.of("a answered from slot 5150, before the slot of its height")));
    assertThat(
            decide(
                new Answered("a", late.finalized(), late.finalized().slot(), late.statuses(), 0)))
        .isEqualTo(new SignAgain());
  }

  @Test
  void aNodeThatForgotTheOldestAttemptCannotSayNever() {
    Answered view = empty("a", 4_500);
    Answered pruned =
        new Answered("a", view.finalized(), view.contextSlot(), view.statuses(), 5_001);

    assertThat(decide(List.of(FIRST, SECOND), pruned))
        .isEqualTo(
            new Stuck(List.of("a has no history before slot 5001, the oldest attempt is of 5000")));
    assertThat(decide(List.of(SECOND), pruned)).isEqualTo(new SignAgain());
    assertThat(
            decide(
                List.of(FIRST, SECOND),
                new Answered("a", view.finalized(), view.contextSlot(), view.statuses(), 5_000)))
        .isEqualTo(new SignAgain());
  }

  @Test
  void anAttemptThatWasNotAskedAboutIsNotUnknown() {
    Answered view = empty("a", 4_500);
    Answered partial =
        new Answered(
            "a", view.finalized(), view.contextSlot(), Map.of("second", Optional.empty()), 0);

    assertThat(decide(List.of(FIRST, SECOND), partial))
        .isEqualTo(new Stuck(List.of("a does not say of every attempt that it is unknown")));
  }

  @Test
  void everyAttemptMustBeExpired() {
    assertThat(decide(List.of(FIRST, SECOND), empty("a", 4_450))).isEqualTo(new Resend());
    assertThat(decide(List.of(FIRST, SECOND), empty("a", 4_451))).isEqualTo(new SignAgain());
  }

  @Test
  void anyAttemptMayBeTheOneThatLanded() {
    assertThat(
            decide(
                List.of(FIRST, SECOND),
                knows(empty("a", 4_300), "first", Commitment.FINALIZED, null)))
        .isEqualTo(new ReadBack(FIRST));
  }

  @Test
  void aGoodAttemptCountsMoreThanAFailedOne() {
    Answered both =
        knows(
            knows(empty("a", 4_300), "first", Commitment.FINALIZED, ERR),
            "second",
            Commitment.FINALIZED,
            null);

    assertThat(decide(List.of(FIRST, SECOND), both)).isEqualTo(new ReadBack(SECOND));
  }

  @Test
  void aFailureWaitsForAnotherAttemptThatIsUnderWay() {
    Answered both =
        knows(
            knows(empty("a", 4_300), "first", Commitment.FINALIZED, ERR),
            "second",
            Commitment.CONFIRMED,
            null);

    assertThat(decide(List.of(FIRST, SECOND), both)).isEqualTo(new Wait());
  }

  @Test
  void endpointsThatContradictEachOtherDecideNothing() {
    assertThat(
            decide(
                knows(empty("a", 4_300), "first", Commitment.FINALIZED, ERR),
                knows(empty("b", 4_300), "first", Commitment.FINALIZED, null)))
        .isInstanceOfSatisfying(
            Stuck.class,
            stuck ->
                assertThat(stuck.reasons())
                    .singleElement()
                    .asString()
                    .contains("contradict", "first"));
  }

  @Test
  void namesEveryEndpointThatStandsInTheWay() {
    assertThat(decide(empty("a", 9_000), empty("b", 4_100), new Silent("c", "down")))
        .isInstanceOfSatisfying(
            Stuck.class,
            stuck ->
                assertThat(stuck.reasons())
                    .hasSize(2)
                    .allMatch(r -> r.startsWith("b ") || r.startsWith("c ")));
  }

  @Test
  void nothingIsDecidedAboutNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnchorDecision.decide(List.of(), List.of(empty("a", 1))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnchorDecision.decide(List.of(FIRST), List.of()));
  }
}
