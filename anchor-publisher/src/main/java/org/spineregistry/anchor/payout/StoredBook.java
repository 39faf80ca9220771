package org.spineregistry.anchor.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.decision.Bar;
import org.spineregistry.anchor.reward.decision.KnownPayout;
import org.spineregistry.anchor.reward.decision.RewardBook;
import org.spineregistry.anchor.reward.decision.RulingOutcome;

/**
 * The book in the state stores of one task. What budgets have been used is written by {@link
 * #flush}, once for an event and not once for each of its payouts.
 */
final class StoredBook implements RewardBook {
  /** Behind every id. */
  private static final String LAST = "\uffff";

  private final KeyValueStore<String, KnownPayout> payouts;
  private final KeyValueStore<String, String> subjects;
  private final KeyValueStore<String, String> beneficiaries;
  private final KeyValueStore<String, String> waiting;
  private final KeyValueStore<String, String> amounts;
  private final KeyValueStore<String, String> suspended;
  private final KeyValueStore<String, Bar> bars;
  private final KeyValueStore<String, RulingOutcome> rulings;
  private final Map<String, BaseUnits> unwritten = new HashMap<>();

  /** What was read of suspensions for one event. */
  private final Map<String, Boolean> suspensions = new HashMap<>();

  StoredBook(ProcessorContext<?, ?> context) {
    payouts = context.getStateStore(RewardStores.PAYOUTS);
    subjects = context.getStateStore(RewardStores.SUBJECTS);
    beneficiaries = context.getStateStore(RewardStores.BENEFICIARIES);
    waiting = context.getStateStore(RewardStores.WAITING);
    amounts = context.getStateStore(RewardStores.AMOUNTS);
    suspended = context.getStateStore(RewardStores.SUSPENDED);
    bars = context.getStateStore(RewardStores.BARS);
    rulings = context.getStateStore(RewardStores.RULINGS);
  }

  @Override
  public Optional<KnownPayout> payout(String payoutId) {
    return Optional.ofNullable(payouts.get(payoutId));
  }

  @Override
  public Optional<KnownPayout> ofSubject(String subjectId) {
    return Optional.ofNullable(subjects.get(subjectId)).flatMap(this::payout);
  }

  @Override
  public List<KnownPayout> ofCase(String caseId) {
    return between(subjects, caseId + "/");
  }

  @Override
  public List<KnownPayout> ofBeneficiary(String beneficiaryId) {
    return between(beneficiaries, beneficiaryId + "|");
  }

  @Override
  public List<KnownPayout> due(Instant at) {
    return between(waiting, WaitingKeys.TIMED, WaitingKeys.behind(at));
  }

  @Override
  public List<KnownPayout> waitingForBudget(String campaignId) {
    return between(waiting, WaitingKeys.ofBudget(campaignId));
  }

  /** When the first hold ends by itself; empty when none does. */
  Optional<Instant> firstDue() {
    try (KeyValueIterator<String, String> found =
        waiting.range(WaitingKeys.TIMED, WaitingKeys.TIMED + LAST)) {
      return found.hasNext()
          ? payout(found.next().value).map(known -> known.hold().until())
          : Optional.empty();
    }
  }

  @Override
  public void add(KnownPayout payout) {
    String payoutId = payout.payoutId();
    subjects.put(payout.payout().subjectId(), payoutId);
    beneficiaries.put(payout.payout().beneficiaryId() + "|" + payoutId, payoutId);
    keep(payout, BaseUnits.ZERO);
  }

  @Override
  public void put(KnownPayout payout) {
    KnownPayout before = payouts.get(payout.payoutId());
    WaitingKeys.of(before).ifPresent(waiting::delete);
    keep(payout, before.used());
  }

  private void keep(KnownPayout payout, BaseUnits before) {
    WaitingKeys.of(payout).ifPresent(key -> waiting.put(key, payout.payoutId()));
    payouts.put(payout.payoutId(), payout);
    use(payout.earned().campaignId(), before, payout);
  }

  private void use(String campaignId, BaseUnits before, KnownPayout payout) {
    if (!before.equals(payout.used())) {
      unwritten.put(campaignId, used(campaignId).plus(payout.used()).minus(before));
    }
  }

  @Override
  public BaseUnits used(String campaignId) {
    BaseUnits used = unwritten.get(campaignId);
    return used == null ? amount(usedKey(campaignId)) : used;
  }

  /** Called when an event has been decided on. */
  void flush() {
    unwritten.forEach((campaignId, used) -> amounts.put(usedKey(campaignId), used.toString()));
    unwritten.clear();
    suspensions.clear();
  }

  @Override
  public BaseUnits grantedOn(String campaignId, String beneficiaryId, LocalDate day) {
    return amount(dayKey(campaignId, beneficiaryId, day));
  }

  @Override
  public void grantedOn(String campaignId, String beneficiaryId, LocalDate day, BaseUnits amount) {
    amounts.put(dayKey(campaignId, beneficiaryId, day), amount.toString());
  }

  @Override
  public boolean isSuspended(String beneficiaryId) {
    return suspensions.computeIfAbsent(beneficiaryId, id -> suspended.get(id) != null);
  }

  @Override
  public void suspend(String beneficiaryId, boolean isSuspended) {
    suspended.put(beneficiaryId, isSuspended ? "" : null);
    suspensions.put(beneficiaryId, isSuspended);
  }

  @Override
  public List<Bar> bars(String id) {
    List<Bar> all = new ArrayList<>();
    try (KeyValueIterator<String, Bar> found = bars.range(id + "|", id + "|" + LAST)) {
      found.forEachRemaining(bar -> all.add(bar.value));
    }
    return all;
  }

  @Override
  public void bar(String id, Bar bar) {
    bars.put(id + "|" + bar.cause(), bar);
  }

  @Override
  public boolean isRuled(String rulingId) {
    return rulings.get(rulingId) != null;
  }

  @Override
  public void ruled(RulingOutcome outcome) {
    rulings.put(outcome.rulingId(), outcome);
  }

  static String usedKey(String campaignId) {
    return "used|" + campaignId;
  }

  private static String dayKey(String campaignId, String beneficiaryId, LocalDate day) {
    return "day|" + campaignId + "|" + beneficiaryId + "|" + day;
  }

  private BaseUnits amount(String key) {
    String amount = amounts.get(key);
    return amount == null ? BaseUnits.ZERO : BaseUnits.parse(amount);
  }

  private List<KnownPayout> between(KeyValueStore<String, String> index, String prefix) {
    return between(index, prefix, prefix + LAST);
  }

  /** Copied, as the index changes while the payouts are decided on. */
  private List<KnownPayout> between(KeyValueStore<String, String> index, String from, String to) {
    List<KnownPayout> found = new ArrayList<>();
    try (KeyValueIterator<String, String> ids = index.range(from, to)) {
      ids.forEachRemaining(id -> found.add(payouts.get(id.value)));
    }
    return found;
  }
}
