package org.spineregistry.anchor.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.cohort.ContributionsProblem;
import org.spineregistry.anchor.reward.decision.AcceptedReview;
import org.spineregistry.anchor.reward.decision.Cycle;
import org.spineregistry.anchor.reward.decision.CycleDecisions;
import org.spineregistry.anchor.reward.decision.Decision;
import org.spineregistry.anchor.reward.decision.Holds;
import org.spineregistry.anchor.reward.decision.Occasion;
import org.spineregistry.anchor.reward.decision.ReviewDecisions;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.anchor.reward.decision.Rulings;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.HoldsDue;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardPolicyPublished;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.event.TokenPriceQuoted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Decides on payouts, one event after the other. What it writes follows from the events alone: the
 * clock is one of them.
 */
final class DecideRewards
    extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {
  /** How often the clock is looked at; a hold of days may end as much later. */
  static final Duration LOOK = Duration.ofSeconds(10);

  /** A clock that jumps by more is not believed before it was looked at again. */
  private static final Duration STEADY = Duration.ofMinutes(1);

  /** Nobody accepts a review later than its event is written. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** Inputs that waited are decided as many at a time, far within the time of a transaction. */
  private static final int CHUNK = 500;

  private final CycleContributions contributions;
  private final Serde<SpecificRecord> events;
  private final DeadLetters letters;
  private final EventStamp stamp;
  private RewardOutput output;
  private StoredBook book;
  private PolicyBook policies;
  private PriceBook prices;
  private ReviewDays days;
  private KeyValueStore<String, String> cycles;

  /** Whether an event of the clock was written and has not come back yet. */
  private boolean isAsked;

  /** When the clock was looked at last; null for not yet. */
  private Instant looked;

  /** Time of the last event of the clock. */
  private Instant told;

  DecideRewards(
      CycleContributions contributions,
      Serde<SpecificRecord> events,
      DeadLetters letters,
      EventStamp stamp) {
    this.contributions = contributions;
    this.events = events;
    this.letters = letters;
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    output = new RewardOutput(context, letters, stamp);
    book = new StoredBook(context);
    policies = new PolicyBook(context);
    prices = new PriceBook(context, events);
    days = new ReviewDays(context);
    cycles = context.getStateStore(RewardStores.CYCLES);
    // a task that lost its state gets the same processor again
    isAsked = false;
    looked = null;
    told = Instant.MIN;
    context.schedule(
        LOOK, PunctuationType.WALL_CLOCK_TIME, millis -> askForTime(Instant.ofEpochMilli(millis)));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    Input input = new Input(record, context().recordMetadata().orElseThrow());
    if (isImpossible(input)) {
      output.letter(input, "REVIEW_MALFORMED");
    } else if (!prices.keeps(input, policies.policies())) {
      decide(input, new Occasion(input.time(), prices.price(), false));
    }
    book.flush();
  }

  private static boolean isImpossible(Input input) {
    return input.event() instanceof ReviewAccepted review
        && (!InputEvents.review(review, input.eventId()).problems().isEmpty()
            || review.getAcceptedAt().isAfter(input.time().plus(AHEAD)));
  }

  private void decide(Input input, Occasion occasion) {
    SpecificRecord event = input.event();
    if (event instanceof RewardPolicyPublished published) {
      published(input, published);
    } else if (event instanceof TokenPriceQuoted quoted) {
      quoted(input, quoted);
    } else if (event instanceof AnchorFinalized anchor) {
      anchored(input, anchor, occasion);
    } else if (event instanceof ReviewAccepted review) {
      reviewed(input, InputEvents.review(review, input.eventId()), occasion);
    } else if (event instanceof RewardRuling ruling) {
      ruled(input, InputEvents.ruling(ruling, input.eventId()));
    } else if (event instanceof CaseWithdrawn withdrawn) {
      ruled(input, InputEvents.ruling(withdrawn, input.eventId()));
    } else if (event instanceof HoldsDue due) {
      timeIs(input, due.getAt());
    }
  }

  private void published(Input input, RewardPolicyPublished published) {
    policies
        .publish(published)
        .ifPresentOrElse(code -> output.letter(input, code), () -> goOn(input, input.time()));
  }

  private void quoted(Input input, TokenPriceQuoted quoted) {
    prices
        .quote(input, quoted, policies.policies())
        .ifPresentOrElse(code -> output.letter(input, code), () -> goOn(input, input.time()));
  }

  private void timeIs(Input input, Instant at) {
    isAsked = false;
    told = at;
    decided(input, new Holds(book, policies.policies()).due(at, input.eventId()));
    goOn(input, at);
    close(input, at);
  }

  /** With what waits for a price, or for a budget that a version of the policy raised. */
  private void goOn(Input input, Instant at) {
    RewardPolicies all = policies.policies();
    Holds holds = new Holds(book, all);
    all.campaigns().forEach(id -> decided(input, holds.refill(id, at, input.eventId())));
    PriceBook.Ready ready = prices.ready(all, CHUNK);
    ready.inputs().forEach(waiting -> decide(waiting, new Occasion(at, prices.price(), true)));
    if (!ready.isAll()) {
      output.clock(at);
    }
  }

  private void anchored(Input input, AnchorFinalized anchor, Occasion occasion) {
    if (cycles.get(anchor.getCycleId()) != null) {
      return; // the same anchor again, or another attempt of a cycle that was rewarded
    }
    RewardPolicies all = policies.policies();
    if (all.isEmpty()) {
      output.letter(input, "NO_POLICY");
      return;
    }
    List<Contribution> cohort;
    try {
      cohort = contributions.of(anchor);
    } catch (ContributionsProblem e) {
      output.letter(input, e.code());
      return; // nothing marks its cases as decided, so the next cycle pays them
    }
    Cycle cycle = InputEvents.cycle(anchor, input.eventId());
    CycleDecisions.Outcome outcome = new CycleDecisions(book, all, occasion).decide(cycle, cohort);
    decided(input, outcome.others());
    decided(input, outcome.granted());
    cycles.put(cycle.cycleId(), anchor.getSubject());
    output.write(
        input,
        cycle.cycleId(),
        cycle.cycleId(),
        new PayoutEvents(all).rewarded(cycle, outcome.granted()));
  }

  private void reviewed(Input input, AcceptedReview review, Occasion occasion) {
    RewardPolicies all = policies.policies();
    if (all.isEmpty()) {
      output.letter(input, "NO_POLICY");
      return;
    }
    List<Decision> decisions = new ReviewDecisions(book, all, occasion).decide(review);
    decisions.stream()
        .map(Decision::known)
        .filter(known -> known.payout().subjectId().equals(review.reviewId()))
        .forEach(days::add);
    decided(input, decisions);
  }

  /** Writes the manifests of days that are over. */
  private void close(Input input, Instant at) {
    PayoutEvents payouts = new PayoutEvents(policies.policies());
    for (ReviewDays.Due due : days.close(at)) {
      output.write(
          input,
          due.key(),
          due.key() + "/" + due.revision(),
          payouts.rewarded(
              due, due.payoutIds().stream().map(id -> book.payout(id).orElseThrow()).toList()));
    }
  }

  private void ruled(Input input, Ruling ruling) {
    if (!ruling.problems().isEmpty()) {
      output.letter(input, "RULING_MALFORMED");
      return;
    }
    decided(input, new Rulings(book, policies.policies()).apply(ruling));
  }

  private void decided(Input input, List<Decision> decisions) {
    PayoutEvents payouts = new PayoutEvents(policies.policies());
    for (Decision decision : decisions) {
      RewardGranted event = payouts.of(decision);
      output.write(input, event.getBeneficiaryId(), event.getPayoutId(), event);
    }
  }

  /** Writes the time as an event, once for what is due. */
  private void askForTime(Instant now) {
    boolean isSteady = looked != null && !now.isAfter(looked.plus(STEADY));
    looked = now;
    if (isSteady && !isAsked && isDue(now)) {
      isAsked = true;
      output.clock(now);
    }
  }

  private boolean isDue(Instant now) {
    return policies.policies().changes(told, now)
        || Stream.of(book.firstDue(), days.firstDue())
            .flatMap(Optional::stream)
            .anyMatch(due -> !due.isAfter(now));
  }
}
