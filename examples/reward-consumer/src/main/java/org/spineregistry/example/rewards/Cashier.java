package org.spineregistry.example.rewards;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;

/** Works off orders: pays, writes down what became of it, reports. Each step can be repeated. */
final class Cashier {
  private static final int AT_ONCE = 500;

  private final Book book;
  private final Payer payer;
  private final Reports reports;
  private final Clock clock;

  Cashier(Book book, Payer payer, Reports reports, Clock clock) {
    this.book = book;
    this.payer = payer;
    this.reports = reports;
    this.clock = clock;
  }

  /** What could not be paid is owed: tries it again, under the same payout. */
  void retryFailed() throws SQLException {
    book.inTransaction(
        () ->
            book.update(
                "UPDATE payment SET state = 'ORDERED' WHERE state = 'FAILED' AND reported ="
                    + " version"));
  }

  /** Pays every open order and reports it. */
  void settle() throws SQLException, IOException, InterruptedException {
    for (Payment payment :
        book.all(
            Cashier::payment,
            "SELECT * FROM payment JOIN payout USING (payout_id) WHERE state = 'ORDERED' ORDER BY"
                + " payment.rowid")) {
      Optional<Receipt> before = payer.find(payment.payoutId());
      Receipt receipt = before.isPresent() ? before.get() : payer.pay(payment);
      book.inTransaction(
          () ->
              book.update(
                  "UPDATE payment SET state = ?, version = version + 1, note = ?, at = ? WHERE"
                      + " payout_id = ?",
                  receipt.isPaid() ? "SETTLED" : "FAILED",
                  receipt.note(),
                  clock.millis(),
                  payment.payoutId()));
    }
    report();
  }

  private void report() throws SQLException, InterruptedException {
    while (true) {
      List<RewardSettled> batch =
          book.all(
              Cashier::report,
              "SELECT * FROM payment JOIN payout USING (payout_id) WHERE state <> 'ORDERED' AND"
                  + " reported < version ORDER BY payment.rowid LIMIT ?",
              AT_ONCE);
      if (batch.isEmpty()) {
        return;
      }
      reports.send(batch);
      book.inTransaction(
          () -> {
            for (RewardSettled report : batch) {
              book.update(
                  "UPDATE payment SET reported = ? WHERE payout_id = ?",
                  report.getVersion(),
                  report.getPayoutId());
            }
          });
    }
  }

  private static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        row.getString("payout_id"),
        row.getString("beneficiary_id"),
        new BigInteger(row.getString("amount")),
        row.getString("symbol"));
  }

  private static RewardSettled report(ResultSet row) throws SQLException {
    boolean paid = row.getString("state").equals("SETTLED");
    return RewardSettled.newBuilder()
        .setPayoutId(row.getString("payout_id"))
        .setBeneficiaryId(row.getString("beneficiary_id"))
        .setStatus(paid ? SettlementStatus.SETTLED : SettlementStatus.FAILED)
        .setVersion(row.getInt("version"))
        .setSignature(paid ? row.getString("note") : null)
        .setReason(paid ? null : row.getString("note"))
        .setSettledAt(Instant.ofEpochMilli(row.getLong("at")))
        .build();
  }
}
