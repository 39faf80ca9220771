package org.spineregistry.example.rewards;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.spineregistry.event.PayoutDecision;

/** Books decisions on payouts. Every method runs in a transaction of the caller. */
final class Payouts {
  private final Book book;

  Payouts(Book book) {
    this.book = book;
  }

  /** A payout as it stands. */
  private record Booked(
      String payoutId, String terms, BigInteger amount, String reverses, Standing standing) {

    static Booked read(ResultSet row) throws SQLException {
      return new Booked(
          row.getString("payout_id"),
          row.getString("terms"),
          new BigInteger(row.getString("amount")),
          row.getString("reverses"),
          Standing.valueOf(row.getString("standing")));
    }
  }

  /**
   * Books a decision.
   *
   * @return false when it was known already
   * @throws BookProblem when it contradicts what was known; nothing is booked then
   */
  boolean book(Grant grant) throws SQLException {
    boolean takesBack = grant.reverses() != null && grant.decision() == PayoutDecision.REVERSED;
    Standing decided = takesBack ? Standing.PARKED : Standing.of(grant.decision());
    Optional<Booked> known = find(grant.payoutId());
    if (known.isPresent()) {
      if (!known.get().terms().equals(grant.terms())) {
        throw new BookProblem(BookProblem.Code.PAYOUT_CONFLICT, grant.payoutId());
      }
      Optional<Standing> next = known.get().standing().after(decided, grant.payoutId());
      if (next.isEmpty()) {
        return false;
      }
      stands(grant.payoutId(), next.get());
    } else {
      insert(grant, decided);
    }
    if (takesBack) {
      placeReversals(grant.reverses());
    } else if (decided == Standing.APPROVED) {
      placeReversals(grant.payoutId());
    }
    return true;
  }

  /** Books the reversals that waited for their payout, once that is owed. */
  private void placeReversals(String originalId) throws SQLException {
    Optional<Booked> original = find(originalId);
    if (original.isPresent() && original.get().reverses() != null) {
      throw new BookProblem(BookProblem.Code.REVERSAL_EXCEEDS_PAYOUT, originalId);
    }
    if (original.isEmpty() || original.get().standing() != Standing.APPROVED) {
      return;
    }
    BigInteger left = original.get().amount();
    for (Booked reversal :
        book.all(
            Booked::read,
            "SELECT * FROM payout WHERE reverses = ? AND standing <> 'NOTED'",
            originalId)) {
      left = left.add(reversal.amount());
    }
    if (left.signum() < 0) {
      throw new BookProblem(BookProblem.Code.REVERSAL_EXCEEDS_PAYOUT, originalId);
    }
    // what was never ordered needs no return: it is not paid
    book.update(
        "UPDATE payout SET standing = CASE WHEN recovery = 'REQUEST_RETURN'"
            + " AND EXISTS (SELECT 1 FROM payment WHERE payment.payout_id = payout.reverses)"
            + " THEN 'ASKED_BACK' ELSE 'DEDUCTED' END WHERE reverses = ? AND standing = 'PARKED'",
        originalId);
  }

  private Optional<Booked> find(String payoutId) throws SQLException {
    return book.one(Booked::read, "SELECT * FROM payout WHERE payout_id = ?", payoutId);
  }

  private void stands(String payoutId, Standing standing) throws SQLException {
    book.update("UPDATE payout SET standing = ? WHERE payout_id = ?", standing.name(), payoutId);
  }

  private void insert(Grant grant, Standing standing) throws SQLException {
    book.update(
        "INSERT INTO payout VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        grant.payoutId(),
        grant.beneficiaryId(),
        grant.terms(),
        grant.kind(),
        grant.amount().toString(),
        grant.cut().toString(),
        grant.symbol(),
        grant.decimals(),
        grant.cycleId(),
        grant.reverses(),
        grant.recovery(),
        standing.name());
  }
}
