package org.spineregistry.example.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;

class OrdersPropertyTest {
  private static final String ANN = "contributor-a";

  /** Numbers above zero are grants, others take back a part of an earlier grant. */
  @Property(tries = 30)
  void nothingIsOrderedThatIsNotOwed(
      @ForAll @Size(max = 15) List<@IntRange(min = -99, max = 99) Integer> events)
      throws SQLException, IOException {
    Path file = Files.createTempFile("book", ".db");
    try (Book book = Book.open(file)) {
      List<RewardGranted> grants = new ArrayList<>();
      for (int event : events) {
        int ordered = ordered(book);
        List<String> takenBack = takenBack(book);
        book(book, grants, event);
        int more = ordered(book) - ordered;
        assertThat(more).isNotNegative();
        if (more > 0) {
          assertThat(ordered + more).isLessThanOrEqualTo(owed(book));
        }
        assertThat(takenBack(book)).containsAll(takenBack);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void book(Book book, List<RewardGranted> grants, int event) throws SQLException {
    RewardGranted decision;
    if (event > 0) {
      decision = Events.approved("grant " + grants.size(), ANN, Integer.toString(event));
      grants.add(decision);
    } else if (grants.isEmpty()) {
      return;
    } else {
      RewardGranted original = grants.get(-event % grants.size());
      // odd amounts in full, others in part; the same again says nothing new
      BigInteger all = new BigInteger(original.getAmountBaseUnits());
      BigInteger part = all.testBit(0) ? all : all.shiftRight(1).add(BigInteger.ONE);
      decision =
          Events.reversal(
              "back " + original.getPayoutId(), original, part + "", Recovery.OFFSET_FUTURE);
    }
    book.inTransaction(
        () -> {
          new Payouts(book).book(Grant.of(decision));
          new Orders(book).place(List.of(ANN));
        });
  }

  private static int ordered(Book book) throws SQLException {
    return number(book, "SELECT total(amount) FROM payment JOIN payout USING (payout_id)");
  }

  private static int owed(Book book) throws SQLException {
    return number(book, "SELECT total(amount) FROM payout");
  }

  /** Unordered payouts of which nothing is left. */
  private static List<String> takenBack(Book book) throws SQLException {
    return book.all(
        row -> row.getString(1),
        "SELECT p.payout_id FROM payout r JOIN payout p ON p.payout_id = r.reverses WHERE p.amount"
            + " + r.amount = 0 AND p.payout_id NOT IN (SELECT payout_id FROM payment)");
  }

  private static int number(Book book, String sql) throws SQLException {
    return book.one(row -> row.getInt(1), sql).orElse(0);
  }
}
