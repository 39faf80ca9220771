package org.spineregistry.example.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.event.PayoutDecision.APPROVED;
import static org.spineregistry.event.PayoutDecision.HELD;
import static org.spineregistry.event.PayoutDecision.RELEASED;
import static org.spineregistry.event.PayoutDecision.UNKNOWN;
import static org.spineregistry.event.PayoutDecision.VOIDED;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;

class PayoutsTest {
  private static final String ANN = "contributor-a";

  @TempDir Path folder;
  private Book book;
  private Payouts payouts;

  @BeforeEach
  void openBook() throws Exception {
    book = Book.open(folder.resolve("book.db"));
    payouts = new Payouts(book);
  }

  @AfterEach
  void closeBook() throws Exception {
    book.close();
  }

  @Test
  void decisionsOnAPayoutGoOnlyForward() throws SQLException {
    assertThat(book(one(UNKNOWN))).isEqualTo("NOTED");
    assertThat(book(one(HELD))).isEqualTo("HELD");
    assertThat(book(one(RELEASED))).isEqualTo("APPROVED");
    assertThat(book(one(HELD))).isEqualTo("APPROVED");
    assertThat(book(one(APPROVED))).isEqualTo("APPROVED");
  }

  @Test
  void aPayoutIsNotVoidedAfterItWasApproved() throws SQLException {
    book(one(APPROVED));
    assertProblem(one(VOIDED), "PAYOUT_CONFLICT");
  }

  @Test
  void aPayoutIsNotReleasedAfterItWasVoided() throws SQLException {
    book(one(HELD));
    book(one(VOIDED));
    assertProblem(one(RELEASED), "PAYOUT_CONFLICT");
  }

  @Test
  void aReversalWaitsUntilItsPayoutIsReleased() throws SQLException {
    RewardGranted back = Events.reversal("back", one(HELD), "10", Recovery.OFFSET_FUTURE);
    assertThat(book(back)).isEqualTo("PARKED");
    book(one(HELD));
    assertThat(standing(back)).isEqualTo("PARKED");
    book(one(RELEASED));
    assertThat(standing(back)).isEqualTo("DEDUCTED");
  }

  @Test
  void whatWasNeverPaidIsNotAskedBack() throws SQLException {
    book(one(APPROVED));
    assertThat(book(Events.reversal("back", one(APPROVED), "10", Recovery.REQUEST_RETURN)))
        .isEqualTo("DEDUCTED");
  }

  @Test
  void reversalsDoNotExceedTheirPayout() throws SQLException {
    book(one(APPROVED));
    book(Events.reversal("back", one(APPROVED), "6", Recovery.OFFSET_FUTURE));
    assertProblem(
        Events.reversal("more", one(APPROVED), "5", Recovery.OFFSET_FUTURE),
        "REVERSAL_EXCEEDS_PAYOUT");
  }

  @Test
  void aReversalIsNotReversed() throws SQLException {
    RewardGranted back = Events.reversal("back", one(APPROVED), "6", Recovery.OFFSET_FUTURE);
    book(one(APPROVED));
    book(back);
    assertProblem(
        Events.reversal("again", back, "6", Recovery.OFFSET_FUTURE), "REVERSAL_EXCEEDS_PAYOUT");
  }

  @Test
  void amountsAreIntegersAndNegativeOnlyInReversals() {
    for (String amount : List.of("1.5", "1e9", "007", "-0", "", "-1")) {
      assertProblem(Events.approved("one", ANN, amount), "MALFORMED_AMOUNT");
    }
  }

  @Test
  void nothingOfABatchIsBookedWhenOneOfItsDecisionsContradicts() throws SQLException {
    book(one(APPROVED));
    RewardGranted other = Events.approved("other", ANN, "1");
    assertThatThrownBy(
            () ->
                book.inTransaction(
                    () -> {
                      payouts.book(Grant.of(other));
                      payouts.book(Grant.of(Events.approved("one", ANN, "11")));
                    }))
        .isInstanceOf(BookProblem.class);
    assertThat(standing(other)).isEqualTo("-");
  }

  private static RewardGranted one(PayoutDecision decision) {
    return Events.granted("one", ANN, decision, "10");
  }

  private String book(RewardGranted decision) throws SQLException {
    book.inTransaction(() -> payouts.book(Grant.of(decision)));
    return standing(decision);
  }

  private String standing(RewardGranted payout) throws SQLException {
    return book.one(
            row -> row.getString(1),
            "SELECT standing FROM payout WHERE payout_id = ?",
            payout.getPayoutId())
        .orElse("-");
  }

  private void assertProblem(RewardGranted decision, String code) {
    assertThatThrownBy(() -> book(decision))
        .isInstanceOf(BookProblem.class)
        .hasMessageContaining(code);
  }
}
