package org.spineregistry.anchor.payout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.cohort.ContributionsProblem;
import org.spineregistry.anchor.reward.decision.Cycle;
import org.spineregistry.anchor.reward.decision.CycleDecisions;
import org.spineregistry.anchor.reward.decision.Decision;
import org.spineregistry.anchor.reward.decision.Holds;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.anchor.reward.decision.Rulings;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.HoldsDue;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardPolicyPublished;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.service.failure.DeadLetters;

/**
 * Decides on payouts, one event after the other. What it writes follows from the events alone: the
 * clock is one of them.
 */
final class DecideRewards
    extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {
  /** How often the clock is looked at; a hold of days may end as much later. */
  static final Duration LOOK = Duration.ofSeconds(10);

  private static final String HOLDS_DUE = "holds-due";

  private final CycleContributions contributions;
  private final DeadLetters letters;
  private final EventStamp stamp;
  private StoredBook book;
  private PolicyBook policies;
  private KeyValueStore<String, String> cycles;
  private Instant asked = Instant.MIN;

  DecideRewards(CycleContributions contributions, DeadLetters letters, EventStamp stamp) {
    this.contributions = contributions;
    this.letters = letters;
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    book = new StoredBook(context);
    policies = new PolicyBook(context);
    cycles = context.getStateStore(RewardStores.CYCLES);
    context.schedule(
        LOOK, PunctuationType.WALL_CLOCK_TIME, millis -> askForHolds(Instant.ofEpochMilli(millis)));
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    SpecificRecord event = record.value();
    if (event instanceof RewardPolicyPublished published) {
      published(record, published);
    } else if (event instanceof AnchorFinalized anchor) {
      anchored(record, anchor);
    } else if (event instanceof RewardRuling ruling) {
      ruled(record, RulingEvents.ruling(ruling, eventId(record)));
    } else if (event instanceof CaseWithdrawn withdrawn) {
      ruled(record, RulingEvents.ruling(withdrawn, record.key(), eventId(record)));
    } else if (event instanceof HoldsDue due) {
      decided(record, new Holds(book, policies.policies()).due(due.getAt(), eventId(record)));
    }
    book.flush();
  }

  private void published(Record<String, SpecificRecord> record, RewardPolicyPublished published) {
    policies
        .publish(published)
        .ifPresentOrElse(code -> letter(record, code), () -> refill(record, published));
  }

  /** A version that raises a budget goes on with what waits for it. */
  private void refill(Record<String, SpecificRecord> record, RewardPolicyPublished published) {
    RewardPolicies all = policies.policies();
    Holds holds = new Holds(book, all);
    Instant at = Instant.ofEpochMilli(record.timestamp());
    all.version(published.getVersion()).orElseThrow().campaigns().keySet().stream()
        .sorted()
        .forEach(id -> decided(record, holds.refill(id, at, eventId(record))));
  }

  private void anchored(Record<String, SpecificRecord> record, AnchorFinalized anchor) {
    if (cycles.get(anchor.getCycleId()) != null) {
      return; // the same anchor again, or another attempt of a cycle that was rewarded
    }
    RewardPolicies all = policies.policies();
    if (all.isEmpty()) {
      letter(record, "NO_POLICY");
      return;
    }
    List<Contribution> cohort;
    try {
      cohort = contributions.of(anchor);
    } catch (ContributionsProblem e) {
      letter(record, e.code());
      return; // nothing marks its cases as decided, so the next cycle pays them
    }
    Cycle cycle = RulingEvents.cycle(anchor, eventId(record));
    CycleDecisions.Outcome outcome = new CycleDecisions(book, all).decide(cycle, cohort);
    decided(record, outcome.others());
    decided(record, outcome.granted());
    cycles.put(cycle.cycleId(), anchor.getSubject());
    forward(
        record,
        cycle.cycleId(),
        cycle.cycleId(),
        new PayoutEvents(all).rewarded(cycle, outcome.granted()));
  }

  private void ruled(Record<String, SpecificRecord> record, Ruling ruling) {
    if (!ruling.problems().isEmpty()) {
      letter(record, "RULING_MALFORMED");
      return;
    }
    decided(record, new Rulings(book, policies.policies()).apply(ruling));
  }

  private void decided(Record<String, SpecificRecord> record, List<Decision> decisions) {
    PayoutEvents events = new PayoutEvents(policies.policies());
    for (Decision decision : decisions) {
      RewardGranted event = events.of(decision);
      forward(record, event.getBeneficiaryId(), event.getPayoutId(), event);
    }
  }

  /** Writes the time as an event, once for what is due. */
  private void askForHolds(Instant now) {
    Optional<Instant> due = book.firstDue().filter(first -> !first.isAfter(now));
    if (due.isPresent() && due.get().isAfter(asked)) {
      asked = now;
      HoldsDue event = HoldsDue.newBuilder().setAt(now).build();
      context()
          .forward(
              new Record<>(
                  HOLDS_DUE,
                  event,
                  now.toEpochMilli(),
                  stamp.derived(
                      event.getSchema().getName(),
                      HOLDS_DUE,
                      SpineIds.event("clock", now).toString(),
                      now,
                      new RecordHeaders())));
    }
  }

  private void letter(Record<String, SpecificRecord> record, String code) {
    DeadLetter letter =
        letters.event(
            Coordinates.of(record, context().recordMetadata().orElseThrow()),
            code,
            "PROCESSING",
            null);
    forward(record, DeadLetters.key(letter), DeadLetters.key(letter), letter);
  }

  private void forward(
      Record<String, SpecificRecord> cause, String key, String subject, SpecificRecord value) {
    String type = value.getSchema().getName();
    Instant at = Instant.ofEpochMilli(cause.timestamp());
    context()
        .forward(
            new Record<>(
                key,
                value,
                cause.timestamp(),
                stamp.derived(type, subject, eventId(cause), at, cause.headers())));
  }

  private String eventId(Record<String, SpecificRecord> record) {
    return Coordinates.eventId(record, context().recordMetadata().orElseThrow());
  }
}
