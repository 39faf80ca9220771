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
    context.schedule(
        LOOK, PunctuationType.WALL_CLOCK_TIME, millis -> askForTime(Instant.ofEpochMilli(millis)));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    Input input = new Input(record, context().recordMetadata().orElseThrow());
    if (prices.lacks(input.event(), policies.policies())) {
      prices.keep(input);
    } else {
      decide(input);
    }
    book.flush();
  }

  private void decide(Input input) {
    SpecificRecord event = input.event();
    if (event instanceof RewardPolicyPublished published) {
      published(input, published);
    } else if (event instanceof TokenPriceQuoted quoted) {
      quoted(input, quoted);
    } else if (event instanceof AnchorFinalized anchor) {
      anchored(input, anchor);
    } else if (event instanceof ReviewAccepted review) {
      reviewed(input, InputEvents.review(review, input.eventId()));
    } else if (event instanceof RewardRuling ruling) {
      ruled(input, InputEvents.ruling(ruling, input.eventId()));
    } else if (event instanceof CaseWithdrawn withdrawn) {
      ruled(input, InputEvents.ruling(withdrawn, input.record().key(), input.eventId()));
    } else if (event instanceof HoldsDue due) {
      isAsked = false;
      decided(input, new Holds(book, policies.policies()).due(due.getAt(), input.eventId()));
      close(input, due.getAt());
    }
  }

  private void published(Input input, RewardPolicyPublished published) {
    Optional<String> problem = policies.publish(published);
    if (problem.isPresent()) {
      output.letter(input, problem.get());
      return;
    }
    refill(input, published);
    prices.ready(policies.policies()).forEach(this::decide);
  }

  /** A version that raises a budget goes on with what waits for it. */
  private void refill(Input input, RewardPolicyPublished published) {
    RewardPolicies all = policies.policies();
    Holds holds = new Holds(book, all);
    all.version(published.getVersion()).orElseThrow().campaigns().keySet().stream()
        .sorted()
        .forEach(id -> decided(input, holds.refill(id, input.time(), input.eventId())));
  }

  private void quoted(Input input, TokenPriceQuoted quoted) {
    prices
        .quote(quoted, input.eventId(), policies.policies())
        .ifPresentOrElse(
            code -> output.letter(input, code),
            () -> prices.ready(policies.policies()).forEach(this::decide));
  }

  private void anchored(Input input, AnchorFinalized anchor) {
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
    CycleDecisions.Outcome outcome =
        new CycleDecisions(book, all, prices.price()).decide(cycle, cohort);
    decided(input, outcome.others());
    decided(input, outcome.granted());
    cycles.put(cycle.cycleId(), anchor.getSubject());
    output.write(
        input,
        cycle.cycleId(),
        cycle.cycleId(),
        new PayoutEvents(all).rewarded(cycle, outcome.granted()));
  }

  private void reviewed(Input input, AcceptedReview review) {
    RewardPolicies all = policies.policies();
    if (!review.problems().isEmpty()) {
      output.letter(input, "REVIEW_MALFORMED");
    } else if (all.isEmpty()) {
      output.letter(input, "NO_POLICY");
    } else {
      new ReviewDecisions(book, all, prices.price())
          .decide(review)
          .ifPresent(
              decision -> {
                days.add(decision.known());
                decided(input, List.of(decision));
              });
    }
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
    boolean isDue =
        Stream.of(book.firstDue(), days.firstDue())
            .flatMap(Optional::stream)
            .anyMatch(due -> !due.isAfter(now));
    if (isDue && !isAsked) {
      isAsked = true;
      output.clock(now);
    }
  }
}
