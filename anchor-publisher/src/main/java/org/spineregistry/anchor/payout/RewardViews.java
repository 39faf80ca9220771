package org.spineregistry.anchor.payout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.TokenPrice;
import org.spineregistry.anchor.reward.decision.RulingOutcome;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerAudit;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.service.streams.StoreQueries;

/** Interactive queries on what was granted. */
public final class RewardViews {
  /** Behind every id. */
  private static final String LAST = "\uffff";

  private final StoreQueries stores;

  public RewardViews(KafkaStreams streams) {
    this.stores = new StoreQueries(streams);
  }

  /**
   * The manifest of a cycle; empty when the cycle is unknown or not rewarded yet.
   *
   * @throws StoreQueries.NotReady while the view is being restored
   */
  public Optional<CycleRewarded> cycle(String cycleId) {
    return stores.ask(
        RewardViewTopology.CYCLES,
        (ReadOnlyKeyValueStore<String, CycleRewarded> cycles) ->
            Optional.ofNullable(cycles.get(cycleId)));
  }

  /**
   * What a ruling did; empty when it is unknown or was not applied yet.
   *
   * @throws StoreQueries.NotReady while the view is being restored, or when another process has it
   */
  public Optional<RulingOutcome> ruling(String rulingId) {
    return stores.ask(
        RewardStores.RULINGS,
        (ReadOnlyKeyValueStore<String, RulingOutcome> rulings) ->
            Optional.ofNullable(rulings.get(rulingId)));
  }

  /**
   * The newest manifest of the reviews of a day; empty while the day is not over, or without any.
   *
   * @param day in UTC, as 2026-12-01
   * @throws StoreQueries.NotReady while the view is being restored
   */
  public Optional<ReviewDayRewarded> reviewDay(String campaignId, String day) {
    return stores.ask(
        RewardViewTopology.DAYS,
        (ReadOnlyKeyValueStore<String, ReviewDayRewarded> days) ->
            Optional.ofNullable(days.get(ReviewDays.key(campaignId, day))));
  }

  /**
   * The newest price; empty before the first one.
   *
   * @throws StoreQueries.NotReady while the view is being restored, or when another process has it
   */
  public Optional<TokenPrice> price() {
    return stores.ask(
        RewardStores.PRICES,
        (ReadOnlyKeyValueStore<String, TokenPrice> prices) ->
            Optional.ofNullable(prices.get(PriceBook.NEWEST)));
  }

  /**
   * How many events wait for a price.
   *
   * @throws StoreQueries.NotReady likewise
   */
  public long unpriced() {
    return count(RewardStores.UNPRICED);
  }

  /**
   * What the payouts of a campaign use of its budget, held ones included.
   *
   * @throws StoreQueries.NotReady likewise
   */
  public BaseUnits used(String campaignId) {
    return stores.ask(
        RewardStores.AMOUNTS,
        (ReadOnlyKeyValueStore<String, String> amounts) -> {
          String used = amounts.get(StoredBook.usedKey(campaignId));
          return used == null ? BaseUnits.ZERO : BaseUnits.parse(used);
        });
  }

  /**
   * What a beneficiary has in each account; empty when nothing was ever decided for them.
   *
   * @throws StoreQueries.NotReady while the view is being restored, or when another process has it
   */
  public Optional<Balances> balances(String beneficiaryId) {
    return stores.ask(
        LedgerStores.BALANCES,
        (ReadOnlyKeyValueStore<String, Balances> balances) ->
            Optional.ofNullable(balances.get(beneficiaryId)));
  }

  /**
   * A page of a beneficiary's payouts by id.
   *
   * @param after id behind which the page begins, or null
   * @param limit most payouts of the page
   * @throws StoreQueries.NotReady likewise
   */
  public List<LedgerPayout> payouts(String beneficiaryId, String after, int limit) {
    String from = LedgerStores.key(beneficiaryId, after == null ? "" : after + "\0");
    String to = LedgerStores.prefix(beneficiaryId) + LAST;
    return stores.ask(
        LedgerStores.PAYOUTS,
        (ReadOnlyKeyValueStore<String, LedgerPayout> payouts) -> {
          List<LedgerPayout> page = new ArrayList<>();
          try (KeyValueIterator<String, LedgerPayout> found = payouts.range(from, to)) {
            while (found.hasNext() && page.size() < limit) {
              page.add(found.next().value);
            }
          }
          return page;
        });
  }

  /**
   * By how many base units the balances differ from what the payouts add up to, over all
   * beneficiaries. Anything but zero is a fault. Reads the whole ledger.
   *
   * @throws StoreQueries.NotReady likewise
   */
  public BigInteger imbalance() {
    return stores.ask(
        LedgerStores.BALANCES,
        (ReadOnlyKeyValueStore<String, Balances> balances) -> {
          BigInteger sum = BigInteger.ZERO;
          try (KeyValueIterator<String, Balances> all = balances.all()) {
            while (all.hasNext()) {
              KeyValue<String, Balances> booked = all.next();
              sum = sum.add(audit(booked.key).difference(booked.value));
            }
          }
          return sum;
        });
  }

  private LedgerAudit audit(String beneficiaryId) {
    LedgerAudit audit = new LedgerAudit();
    payouts(beneficiaryId, null, Integer.MAX_VALUE).forEach(audit::add);
    return audit;
  }

  /** Reports of the payer that belong to no payout that is owed. */
  public long parked() {
    return count(LedgerStores.PARKED);
  }

  private long count(String store) {
    return stores.ask(
        store,
        (ReadOnlyKeyValueStore<Object, Object> entries) -> {
          long count = 0;
          try (KeyValueIterator<Object, Object> all = entries.all()) {
            for (; all.hasNext(); all.next()) {
              count++;
            }
          }
          return count;
        });
  }
}
