package org.spineregistry.example.rewards;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Clock;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Reads, books, pays and reports, in this order, again and again. It may be killed at any point.
 */
final class Desk {
  private final Inbox inbox;
  private final Bookkeeper bookkeeper;
  private final Cashier cashier;
  private final Summary summary;
  private final Tally tally = new Tally();

  Desk(Book book, Inbox inbox, Payer payer, Reports reports) {
    Manifests manifests = new Manifests(book);
    this.inbox = inbox;
    this.bookkeeper = new Bookkeeper(book, manifests, tally);
    this.cashier = new Cashier(book, payer, reports, Clock.systemUTC());
    this.summary = new Summary(book, manifests);
  }

  /**
   * @param once ends when all is done that was there at the start; otherwise never
   */
  void work(boolean once, PrintWriter out) throws SQLException, IOException, InterruptedException {
    cashier.retryFailed();
    cashier.settle();
    boolean told = false;
    while (!(once && told)) {
      ConsumerRecords<String, SpecificRecord> batch = inbox.poll();
      if (!batch.isEmpty()) {
        bookkeeper.book(batch);
        cashier.settle();
        inbox.acknowledge();
        told = false;
      }
      if (!told && inbox.isCaughtUp()) {
        out.println(tally);
        summary.print(out);
        told = true;
      }
    }
  }
}
