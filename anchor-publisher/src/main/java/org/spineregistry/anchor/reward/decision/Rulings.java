package org.spineregistry.anchor.reward.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingTarget;

/** Applies rulings, each once. */
public final class Rulings {
  private final RewardBook book;
  private final RewardPolicies policies;
  private final Holds holds;

  public Rulings(RewardBook book, RewardPolicies policies) {
    this.book = book;
    this.policies = policies;
    this.holds = new Holds(book, policies);
  }

  /**
   * @param ruling without problems
   * @return nothing when the ruling was applied before
   */
  public List<Decision> apply(Ruling ruling) {
    if (book.isRuled(ruling.rulingId())) {
      return List.of();
    }
    remember(ruling);
    List<KnownPayout> found = found(ruling);
    Reversals reversals = new Reversals(book, policies, ruling.at(), ruling.eventId());
    List<Decision> decisions = new ArrayList<>();
    found.forEach(known -> decide(ruling, known, reversals).ifPresent(decisions::add));
    int changed = decisions.size();
    new TreeSet<>(found.stream().map(known -> known.earned().campaignId()).toList())
        .forEach(id -> decisions.addAll(holds.refill(id, ruling.at(), ruling.eventId())));
    book.ruled(
        new RulingOutcome(
            ruling.rulingId(),
            found.size(),
            changed,
            outOfReach(ruling, found, reversals),
            ruling.at()));
    return decisions;
  }

  /** What holds for payouts to come. */
  private void remember(Ruling ruling) {
    switch (ruling.action()) {
      case SUSPEND -> book.suspend(ruling.targetId(), true);
      case RESUME -> book.suspend(ruling.targetId(), false);
      case REVERSE -> {
        if (ruling.target() != RulingTarget.PAYOUT) {
          book.bar(ruling.targetId(), new Bar(ruling.cause(), ruling.at()));
        }
      }
      default -> {}
    }
  }

  private List<KnownPayout> found(Ruling ruling) {
    return switch (ruling.target()) {
      case PAYOUT -> book.payout(ruling.targetId()).stream().toList();
      case CASE -> book.ofCase(ruling.targetId());
      case BENEFICIARY -> book.ofBeneficiary(ruling.targetId());
      case UNKNOWN -> List.of();
    };
  }

  private Optional<Decision> decide(Ruling ruling, KnownPayout known, Reversals reversals) {
    String reason = ruling.cause().name();
    return switch (ruling.action()) {
      case HOLD -> held(known, Hold.Reason.DISPUTED, ruling);
      case SUSPEND -> held(known, Hold.Reason.SUSPENDED, ruling);
      case RESUME ->
          known.isHeld(Hold.Reason.SUSPENDED)
              ? Optional.of(holds.afterwards(known, reason, ruling.at(), ruling.eventId()))
              : Optional.empty();
      case RELEASE ->
          isReleasable(known, ruling)
              ? Optional.of(holds.released(known, reason, ruling.at(), ruling.eventId()))
              : Optional.empty();
      case VOID ->
          known.isHeld() ? Optional.of(reversals.voided(known, ruling.cause())) : Optional.empty();
      case REVERSE ->
          ruling.amount() == null
              ? reversals.takeBack(known, ruling.cause())
              : inPart(ruling, known, reversals);
      case UNKNOWN -> Optional.empty();
    };
  }

  /** Only what would be approved by itself can be kept back: the rest waits already or is owed. */
  private Optional<Decision> held(KnownPayout known, Hold.Reason reason, Ruling ruling) {
    return known.isHeld(Hold.Reason.DISPUTE_WINDOW)
        ? Optional.of(
            holds.held(known.with(Hold.of(reason)), reason.name(), ruling.at(), ruling.eventId()))
        : Optional.empty();
  }

  private boolean isReleasable(KnownPayout known, Ruling ruling) {
    return known.isHeld()
        && (known.hold().isReserved()
            || holds.fits(known.earned().campaignId(), known.payout().granted(), ruling.at()));
  }

  private static Optional<Decision> inPart(Ruling ruling, KnownPayout known, Reversals reversals) {
    boolean fits =
        reversals.reaches(known, ruling.cause()) && ruling.amount().compareTo(known.left()) <= 0;
    return fits
        ? Optional.of(reversals.reversed(known, ruling.amount(), ruling.cause()))
        : Optional.empty();
  }

  private static int outOfReach(Ruling ruling, List<KnownPayout> found, Reversals reversals) {
    return ruling.action() == RulingAction.REVERSE
        ? (int) found.stream().filter(known -> !reversals.reaches(known, ruling.cause())).count()
        : 0;
  }
}
