package org.spineregistry.anchor.settlement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.IntentBook.Entry;
import org.spineregistry.anchor.protocol.IntentBook.Filter;

/** Answers questions about payments from memory, and takes orders of operators. */
public final class Settlements {
  private final IntentBook<Batch> book;
  private final Planner planner;
  private final SettlementPublisher publisher;

  /** While nothing is paid: no batch, nobody waits. */
  public Settlements(IntentBook<Batch> empty) {
    this(empty, null, null);
  }

  Settlements(IntentBook<Batch> book, Planner planner, SettlementPublisher publisher) {
    this.book = book;
    this.planner = planner;
    this.publisher = publisher;
  }

  /** Null while nothing is paid. */
  public SettlementPublisher publisher() {
    return publisher;
  }

  /**
   * A page by batch.
   *
   * @param after batch behind which the page begins, or null
   * @param limit most rows of the page
   */
  public List<SettlementRow> page(Filter filter, String after, int limit) {
    return book.page(filter, after, limit).stream().map(this::row).toList();
  }

  public Optional<SettlementRow> find(String batchId) {
    return book.find(batchId).map(this::row);
  }

  private SettlementRow row(Entry<Batch> entry) {
    return new SettlementRow(entry.tracked(), book.stuck(entry), entry.doubts());
  }

  /** Codes why somebody who is owed something is not paid, by beneficiary. */
  public Map<String, String> waiting() {
    Map<String, String> codes = new TreeMap<>();
    if (planner != null) {
      planner.waiting().forEach((beneficiary, why) -> codes.put(beneficiary, why.name()));
    }
    return codes;
  }

  /** Has the payouts of a failed batch paid again soon; another batch stays as it is. */
  public void release(String batchId) {
    if (publisher != null) {
      publisher.release(batchId);
    }
  }
}
