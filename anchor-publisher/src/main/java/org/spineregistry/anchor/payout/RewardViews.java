package org.spineregistry.anchor.payout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerAudit;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Settlement;
import org.spineregistry.event.CycleRewarded;

/** Interactive queries on what was granted. */
public final class RewardViews {
  /** Behind every id. */
  private static final String LAST = "\uffff";

  private final KafkaStreams streams;

  public RewardViews(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * The manifest of a cycle; empty when the cycle is unknown or not rewarded yet.
   *
   * @throws NotReady while the view is being restored
   */
  public Optional<CycleRewarded> cycle(String cycleId) {
    ReadOnlyKeyValueStore<String, CycleRewarded> cycles = store(RewardViewTopology.CYCLES);
    return Optional.ofNullable(read(() -> cycles.get(cycleId)));
  }

  /**
   * What a beneficiary has in each account; empty when nothing was ever decided for them.
   *
   * @throws NotReady while the view is being restored, or when another process has it
   */
  public Optional<Balances> balances(String beneficiaryId) {
    ReadOnlyKeyValueStore<String, Balances> balances = store(LedgerStores.BALANCES);
    return Optional.ofNullable(read(() -> balances.get(beneficiaryId)));
  }

  /**
   * A page of a beneficiary's payouts by id.
   *
   * @param after id behind which the page begins, or null
   * @param limit most payouts of the page
   * @throws NotReady likewise
   */
  public List<LedgerPayout> payouts(String beneficiaryId, String after, int limit) {
    ReadOnlyKeyValueStore<String, LedgerPayout> payouts = store(LedgerStores.PAYOUTS);
    String from = LedgerStores.key(beneficiaryId, after == null ? "" : after + "\0");
    String to = LedgerStores.prefix(beneficiaryId) + LAST;
    return read(
        () -> {
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
   * @throws NotReady likewise
   */
  public BigInteger imbalance() {
    ReadOnlyKeyValueStore<String, Balances> balances = store(LedgerStores.BALANCES);
    ReadOnlyKeyValueStore<String, LedgerPayout> payouts = store(LedgerStores.PAYOUTS);
    return read(
        () -> {
          BigInteger sum = BigInteger.ZERO;
          try (KeyValueIterator<String, Balances> all = balances.all()) {
            while (all.hasNext()) {
              KeyValue<String, Balances> booked = all.next();
              sum = sum.add(audit(payouts, booked.key).difference(booked.value));
            }
          }
          return sum;
        });
  }

  private static LedgerAudit audit(
      ReadOnlyKeyValueStore<String, LedgerPayout> payouts, String beneficiaryId) {
    LedgerAudit audit = new LedgerAudit();
    String from = LedgerStores.prefix(beneficiaryId);
    try (KeyValueIterator<String, LedgerPayout> all = payouts.range(from, from + LAST)) {
      all.forEachRemaining(payout -> audit.add(payout.value));
    }
    return audit;
  }

  /** Reports of the payer that belong to no payout that is owed. */
  public long parked() {
    ReadOnlyKeyValueStore<String, Settlement> parked = store(LedgerStores.PARKED);
    return read(
        () -> {
          long count = 0;
          try (KeyValueIterator<String, Settlement> all = parked.all()) {
            for (; all.hasNext(); all.next()) {
              count++;
            }
          }
          return count;
        });
  }

  private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
    return read(
        () ->
            streams.store(
                StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore())));
  }

  private static <T> T read(Supplier<T> question) {
    try {
      return question.get();
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReady();
    }
  }

  /** The view cannot answer now and will soon. */
  public static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super("the view is being restored", null, false, false);
    }
  }
}
