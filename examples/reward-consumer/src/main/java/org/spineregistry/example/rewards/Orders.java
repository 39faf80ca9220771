package org.spineregistry.example.rewards;

import java.math.BigInteger;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/**
 * Decides what is paid. A payout is ordered as a whole, the earliest first, as soon as what the
 * beneficiary is owed, less what was taken back, covers it; one that was taken back in full before
 * never is. So nobody gets more than the decisions sum to, and the registry's ledger agrees.
 */
final class Orders {
  private final Book book;

  Orders(Book book) {
    this.book = book;
  }

  /** An approved payout that nobody was told to pay. */
  private record Due(String payoutId, BigInteger amount) {}

  /** Orders what can be paid to these beneficiaries, in the transaction of the caller. */
  void place(Collection<String> beneficiaries) throws SQLException {
    for (String beneficiary : beneficiaries) {
      for (String symbol :
          book.all(
              row -> row.getString(1),
              "SELECT DISTINCT symbol FROM payout WHERE beneficiary_id = ?",
              beneficiary)) {
        place(beneficiary, symbol);
      }
    }
  }

  private void place(String beneficiary, String symbol) throws SQLException {
    List<Due> dues =
        book.all(
            row -> new Due(row.getString(1), new BigInteger(row.getString(2))),
            "SELECT payout_id, amount FROM payout p WHERE beneficiary_id = ? AND symbol = ? AND"
                + " standing = 'APPROVED' AND NOT EXISTS (SELECT 1 FROM payment WHERE"
                + " payment.payout_id = p.payout_id) ORDER BY rowid",
            beneficiary,
            symbol);
    List<Due> deductions =
        book.all(
            row -> new Due(row.getString(1), new BigInteger(row.getString(2))),
            "SELECT reverses, amount FROM payout WHERE beneficiary_id = ? AND symbol = ? AND"
                + " standing = 'DEDUCTED'",
            beneficiary,
            symbol);
    BigInteger payable = sum(dues).add(sum(deductions));
    for (Due due : dues) {
      boolean anythingLeft = due.amount().add(takenBack(due, deductions)).signum() > 0;
      if (anythingLeft && due.amount().compareTo(payable) <= 0) {
        book.update("INSERT INTO payment (payout_id, state) VALUES (?, 'ORDERED')", due.payoutId());
        payable = payable.subtract(due.amount());
      }
    }
  }

  private static BigInteger takenBack(Due due, List<Due> deductions) {
    return sum(deductions.stream().filter(d -> d.payoutId().equals(due.payoutId())).toList());
  }

  private static BigInteger sum(List<Due> dues) {
    return dues.stream().map(Due::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }
}
