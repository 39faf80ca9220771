package org.spineregistry.anchor.protocol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.spineregistry.event.IntentState;

/**
 * All intents of a log in memory, open ones apart from settled ones. Written by the publisher's
 * thread after a commit, never before; read by anybody.
 */
public final class IntentBook<T extends ChainIntent> {
  /** What a page may be narrowed down to. */
  public enum Filter {
    OPEN,
    STUCK,
    FAILED,
    FINALIZED
  }

  /**
   * An intent as it stands.
   *
   * @param tracked the intent itself
   * @param openSince when this or an earlier process took it up
   * @param doubts what stands in the way of a decision; empty when nothing does
   */
  public record Entry<T extends ChainIntent>(T tracked, Instant openSince, List<String> doubts) {
    public IntentState state() {
      return tracked.state();
    }
  }

  private final Map<Filter, ConcurrentNavigableMap<String, Entry<T>>> entries =
      Map.of(
          Filter.OPEN, new ConcurrentSkipListMap<>(),
          Filter.FAILED, new ConcurrentSkipListMap<>(),
          Filter.FINALIZED, new ConcurrentSkipListMap<>());
  private final Clock clock;
  private final Duration stuckAfter;

  /**
   * @param stuckAfter age from which an open intent is shown as stuck
   */
  public IntentBook(Clock clock, Duration stuckAfter) {
    this.clock = clock;
    this.stuckAfter = stuckAfter;
  }

  /** Takes over what an earlier process left; open intents are as old as the cycle's completion. */
  public void restore(List<T> log) {
    log.forEach(tracked -> put(new Entry<>(tracked, tracked.since(), List.of())));
  }

  /** Takes over a committed change. */
  public void put(T changed) {
    Instant since = find(changed.subject()).map(Entry::openSince).orElseGet(clock::instant);
    put(new Entry<>(changed, since, List.of()));
  }

  /** Notes why nothing can be decided about an open intent. */
  public void doubt(T open, List<String> doubts) {
    entries
        .get(Filter.OPEN)
        .computeIfPresent(
            open.subject(),
            (subject, entry) -> new Entry<>(entry.tracked(), entry.openSince(), doubts));
  }

  private void put(Entry<T> entry) {
    String subject = entry.tracked().subject();
    Filter place = place(entry);
    entries.get(place).put(subject, entry);
    entries.forEach(
        (other, map) -> {
          if (other != place) {
            map.remove(subject);
          }
        });
  }

  private static Filter place(Entry<?> entry) {
    if (entry.tracked().isOpen()) {
      return Filter.OPEN;
    }
    return entry.state() == IntentState.FAILED ? Filter.FAILED : Filter.FINALIZED;
  }

  public boolean knows(String subject) {
    return find(subject).isPresent();
  }

  public Optional<Entry<T>> find(String subject) {
    return entries.values().stream()
        .map(map -> map.get(subject))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Genesis hash of the intents so far; null when there are none. */
  public String genesisHash() {
    return entries.values().stream()
        .flatMap(map -> map.values().stream())
        .map(entry -> entry.tracked().genesisHash())
        .findFirst()
        .orElse(null);
  }

  /** Open intents in a state, by digest. */
  public List<T> open(IntentState state) {
    return entries.get(Filter.OPEN).values().stream()
        .map(Entry::tracked)
        .filter(tracked -> tracked.state() == state)
        .toList();
  }

  /** Gives every intent, settled ones too. */
  public void forEach(Consumer<T> each) {
    entries.values().forEach(map -> map.values().forEach(entry -> each.accept(entry.tracked())));
  }

  public boolean stuck(Entry<T> entry) {
    return entry.tracked().isOpen() && entry.openSince().plus(stuckAfter).isBefore(clock.instant());
  }

  public int count(Filter filter) {
    return filter == Filter.STUCK
        ? (int) entries.get(Filter.OPEN).values().stream().filter(this::stuck).count()
        : entries.get(filter).size();
  }

  /**
   * A page by digest.
   *
   * @param after digest behind which the page begins, or null
   */
  public List<Entry<T>> page(Filter filter, String after, int limit) {
    boolean stuckOnly = filter == Filter.STUCK;
    NavigableMap<String, Entry<T>> map = entries.get(stuckOnly ? Filter.OPEN : filter);
    Predicate<Entry<T>> wanted = stuckOnly ? this::stuck : entry -> true;
    NavigableMap<String, Entry<T>> rest = after == null ? map : map.tailMap(after, false);
    return new ArrayList<>(rest.values().stream().filter(wanted).limit(limit).toList());
  }
}
