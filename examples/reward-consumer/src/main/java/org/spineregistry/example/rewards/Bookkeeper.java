package org.spineregistry.example.rewards;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventHeaders;

/**
 * Books what was read, together with the orders that follow from it and the offsets to read on
 * from, in one transaction: a crash before it repeats the records, a crash after it does not.
 */
final class Bookkeeper {
  private final Book book;
  private final Payouts payouts;
  private final Orders orders;
  private final Manifests manifests;
  private final Tally tally;

  Bookkeeper(Book book, Manifests manifests, Tally tally) {
    this.book = book;
    this.payouts = new Payouts(book);
    this.orders = new Orders(book);
    this.manifests = manifests;
    this.tally = tally;
  }

  /**
   * @throws BookProblem when a decision contradicts an earlier one; nothing of the batch is booked
   */
  void book(ConsumerRecords<String, SpecificRecord> batch) throws SQLException {
    book.inTransaction(
        () -> {
          Set<String> beneficiaries = new LinkedHashSet<>();
          for (ConsumerRecord<String, SpecificRecord> record : batch) {
            if (record.value() instanceof RewardGranted granted) {
              tally.count(payouts.book(Grant.of(granted)), isReplay(record));
              beneficiaries.add(granted.getBeneficiaryId());
            } else if (record.value() instanceof CertificationStatus status) {
              manifests.keep(status);
            }
            readUpTo(record);
          }
          orders.place(beneficiaries);
        });
  }

  /** Says nothing new when the payout is known; in an empty book it is as good as the first. */
  private static boolean isReplay(ConsumerRecord<String, SpecificRecord> record) {
    return EventHeaders.text(record.headers(), EventHeaders.REPLAY)
        .filter("true"::equals)
        .isPresent();
  }

  private void readUpTo(ConsumerRecord<String, SpecificRecord> record) throws SQLException {
    book.update(
        "INSERT INTO progress VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET next_offset ="
            + " excluded.next_offset",
        record.topic(),
        record.partition(),
        record.offset() + 1);
  }
}
