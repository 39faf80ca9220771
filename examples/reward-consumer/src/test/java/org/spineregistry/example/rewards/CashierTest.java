package org.spineregistry.example.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.spineregistry.event.SettlementStatus.FAILED;
import static org.spineregistry.event.SettlementStatus.SETTLED;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.RewardSettled;

class CashierTest {
  @TempDir Path folder;
  private final List<RewardSettled> reports = new ArrayList<>();
  private Book book;

  @BeforeEach
  void openBook() throws Exception {
    book = Book.open(folder.resolve("book.db"));
    book.inTransaction(
        () -> {
          new Payouts(book).book(Grant.of(Events.approved("one", "contributor-a", "10")));
          new Orders(book).place(List.of("contributor-a"));
        });
  }

  @AfterEach
  void closeBook() throws Exception {
    book.close();
  }

  @Test
  void reportsAFailureAndTriesThePayoutAgainUnderTheNextVersion() throws Exception {
    cashier(new Receipt(false, "NO_ACCOUNT")).settle();
    Cashier later = cashier(new Receipt(true, "signature"));
    later.settle();
    later.retryFailed();
    later.settle();

    assertThat(reports)
        .extracting(RewardSettled::getStatus, RewardSettled::getVersion)
        .containsExactly(tuple(FAILED, 1), tuple(SETTLED, 2));
    assertThat(reports).extracting(RewardSettled::getReason).containsExactly("NO_ACCOUNT", null);
    assertThat(reports).extracting(RewardSettled::getSignature).containsExactly(null, "signature");
  }

  private Cashier cashier(Receipt answer) {
    Payer payer =
        new Payer() {
          @Override
          public Optional<Receipt> find(String payoutId) {
            return Optional.empty();
          }

          @Override
          public Receipt pay(Payment payment) {
            return answer;
          }
        };
    return new Cashier(book, payer, reports::addAll, Clock.systemUTC());
  }
}
