package org.spineregistry.anchor.reward.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;

/** A book, the policies over it, and what is decided with both. */
final class Deciding {
  static final Instant CERTIFIED = Instant.parse("2026-05-01T10:00:00Z");

  final MemoryBook book = new MemoryBook();
  private RewardPolicies policies;
  private int cycles;
  private int rulings;

  Deciding(RewardPolicies policies) {
    this.policies = policies;
  }

  static Deciding under(RewardPolicy policy) {
    return new Deciding(RewardPolicies.of(List.of(policy)));
  }

  /** Under the example's tariffs: 100 for a case, 30 after 3 months, 80 after a year. */
  static Deciding under(Safeguards safeguards) {
    return under(Examples.policy(1, Caps.NONE, safeguards));
  }

  static Safeguards budget(long amount) {
    return new Safeguards(Examples.units(amount), Duration.ZERO, Clawback.DEFAULT);
  }

  static Safeguards hold(int days) {
    return new Safeguards(null, Duration.ofDays(days), Clawback.DEFAULT);
  }

  void now(RewardPolicies next) {
    policies = next;
  }

  /** The payouts of the next cycle. */
  List<Decision> cycle(Contribution... contributions) {
    return outcome(CERTIFIED, contributions).granted();
  }

  CycleDecisions.Outcome outcome(Instant certifiedAt, Contribution... contributions) {
    return outcome(Examples.CAMPAIGN, certifiedAt, List.of(contributions));
  }

  CycleDecisions.Outcome outcome(
      String campaignId, Instant certifiedAt, List<Contribution> contributions) {
    cycles++;
    String id = "anchor-" + cycles;
    Cycle cycle = new Cycle("cycle-" + cycles, campaignId, certifiedAt, id, List.of(id));
    return new CycleDecisions(book, policies, new Occasion(certifiedAt, null, false))
        .decide(cycle, contributions);
  }

  List<Decision> rule(
      RulingAction action, RulingTarget target, String targetId, RulingCause cause) {
    return rule(action, target, targetId, cause, null, CERTIFIED.plusSeconds(60));
  }

  List<Decision> rule(
      RulingAction action,
      RulingTarget target,
      String targetId,
      RulingCause cause,
      BaseUnits amount,
      Instant at) {
    rulings++;
    return apply(
        new Ruling(
            new UUID(7, rulings).toString(),
            action,
            target,
            targetId,
            cause,
            amount,
            at,
            "ruling-" + rulings));
  }

  List<Decision> apply(Ruling ruling) {
    return new Rulings(book, policies).apply(ruling);
  }

  RulingOutcome outcome() {
    return book.outcome(new UUID(7, rulings).toString());
  }

  List<Decision> review(int number, String reviewer, Instant at, TokenPrice price) {
    String id = new UUID(9, number).toString();
    AcceptedReview review =
        new AcceptedReview(id, Examples.CAMPAIGN, reviewer, true, at, "review-" + number);
    return new ReviewDecisions(book, policies, new Occasion(at, price, false)).decide(review);
  }

  List<Decision> due(Instant at) {
    return new Holds(book, policies).due(at, "clock");
  }

  List<Decision> refill(Instant at) {
    return new Holds(book, policies).refill(Examples.CAMPAIGN, at, "policy");
  }

  BaseUnits used() {
    return book.used(Examples.CAMPAIGN);
  }

  static List<Payout> payouts(List<Decision> decisions) {
    return decisions.stream().map(decision -> decision.known().payout()).toList();
  }

  /** VERDICT reason amount, for reading. */
  static List<String> told(List<Decision> decisions) {
    return decisions.stream()
        .map(
            d ->
                d.verdict()
                    + " "
                    + d.reason()
                    + " "
                    + (d.reversal() == null
                        ? d.known().payout().granted()
                        : "-" + d.reversal().payout().granted()))
        .toList();
  }

  static RewardPolicies versions(Map<Integer, Safeguards> safeguards) {
    return RewardPolicies.of(
        new TreeMap<>(safeguards)
            .entrySet().stream()
                .map(
                    version ->
                        Examples.policy(
                            version.getKey(),
                            version.getKey() == 1
                                ? null
                                : CERTIFIED.plus(Duration.ofDays(version.getKey())),
                            Caps.NONE,
                            version.getValue()))
                .toList());
  }
}
