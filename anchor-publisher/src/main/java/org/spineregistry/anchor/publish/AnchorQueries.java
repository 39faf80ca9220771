package org.spineregistry.anchor.publish;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.IntentBook.Entry;
import org.spineregistry.anchor.protocol.IntentBook.Filter;

/** Answers questions about anchors from memory. */
@Singleton
public final class AnchorQueries {
  private final IntentBook<Tracked> book;

  AnchorQueries(IntentBook<Tracked> book) {
    this.book = book;
  }

  /**
   * A page by digest.
   *
   * @param after digest behind which the page begins, or null
   * @param limit most rows of the page
   */
  public List<AnchorRow> page(Filter filter, String after, int limit) {
    return book.page(filter, after, limit).stream().map(this::row).toList();
  }

  public Optional<AnchorRow> find(String digest) {
    return book.find(digest).map(this::row);
  }

  private AnchorRow row(Entry<Tracked> entry) {
    return new AnchorRow(
        entry.tracked().intent(), book.stuck(entry), entry.openSince(), entry.doubts());
  }
}
