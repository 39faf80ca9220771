package org.spineregistry.anchor.payout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.decision.Earned;
import org.spineregistry.anchor.reward.decision.KnownPayout;

/** Which reviews were paid for which day, until the manifest of the day is written, and after. */
final class ReviewDays {
  /** Behind the end of a day, so that what is on its way at midnight needs no second manifest. */
  static final Duration GRACE = Duration.ofMinutes(10);

  /** Behind every id. */
  private static final String LAST = "\uffff";

  private final KeyValueStore<String, String> payouts;
  private final KeyValueStore<String, String> open;
  private final KeyValueStore<String, Integer> revisions;

  /**
   * A day of a campaign whose manifest is due.
   *
   * @param revision from 1
   */
  record Due(LocalDate day, String campaignId, int revision, List<String> payoutIds) {
    String key() {
      return ReviewDays.key(campaignId, day.toString());
    }

    /** The last instant that belongs to it. */
    Instant last() {
      return end(day).minusMillis(1);
    }
  }

  ReviewDays(ProcessorContext<?, ?> context) {
    payouts = context.getStateStore(RewardStores.REVIEW_PAYOUTS);
    open = context.getStateStore(RewardStores.OPEN_DAYS);
    revisions = context.getStateStore(RewardStores.DAY_REVISIONS);
  }

  void add(KnownPayout known) {
    Earned earned = known.earned();
    String key =
        LocalDate.ofInstant(earned.effectiveAt(), ZoneOffset.UTC) + "|" + earned.campaignId();
    payouts.put(key + "|" + known.payoutId(), known.payoutId());
    open.put(key, "");
  }

  /** When the next day ends; empty when none is open. */
  Optional<Instant> firstDue() {
    try (KeyValueIterator<String, String> days = open.all()) {
      return days.hasNext() ? Optional.of(due(day(days.next().key))) : Optional.empty();
    }
  }

  /** Days that are over at the time; they are open again when another review is paid for them. */
  List<Due> close(Instant at) {
    List<String> over = new ArrayList<>();
    try (KeyValueIterator<String, String> days = open.all()) {
      while (days.hasNext()) {
        String key = days.next().key;
        if (!due(day(key)).isAfter(at)) {
          over.add(key);
        }
      }
    }
    return over.stream().map(this::close).toList();
  }

  private Due close(String key) {
    open.delete(key);
    Integer before = revisions.get(key);
    int revision = before == null ? 1 : before + 1;
    revisions.put(key, revision);
    List<String> ids = new ArrayList<>();
    try (KeyValueIterator<String, String> found = payouts.range(key + "|", key + "|" + LAST)) {
      found.forEachRemaining(payout -> ids.add(payout.value));
    }
    return new Due(day(key), key.substring(key.indexOf('|') + 1), revision, ids);
  }

  /** By which the manifest of a day is found. */
  static String key(String campaignId, String day) {
    return campaignId + "/" + day;
  }

  private static LocalDate day(String key) {
    return LocalDate.parse(key.substring(0, key.indexOf('|')));
  }

  private static Instant due(LocalDate day) {
    return end(day).plus(GRACE);
  }

  private static Instant end(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
