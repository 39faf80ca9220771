package org.spineregistry.example.rewards;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.spineregistry.event.RewardSettled;

/**
 * The Java sample, put together as {@link RewardConsumer} does it, that kills itself with SIGKILL
 * at one step. Arguments: step, folder, brokers, registry, prefix.
 */
final class CrashingConsumer {
  private CrashingConsumer() {}

  public static void main(String[] arguments) throws Exception {
    Step step = Step.valueOf(arguments[0]);
    Path folder = Path.of(arguments[1]);
    Clients clients = new Clients(arguments[2], arguments[3], "crashing");
    String prefix = arguments[4];
    try (Book book = Book.open(folder.resolve("book.db"));
        PaymentList payer = PaymentList.open(folder.resolve("payments.csv"));
        KafkaReports reports =
            new KafkaReports(clients.producer(), prefix + "spine.reward.settled.v1");
        Inbox inbox =
            Inbox.open(
                clients.consumer(),
                book,
                List.of(
                    prefix + "spine.reward.granted.v1",
                    prefix + "spine.certification.status.v1"))) {
      new Desk(book, inbox, new CrashingPayer(step, payer), crashing(step, reports))
          .work(true, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }
  }

  private static Reports crashing(Step step, Reports reports) {
    return (List<RewardSettled> batch) -> {
      dieAt(step == Step.BEFORE_REPORT);
      reports.send(batch);
      dieAt(step == Step.AFTER_REPORT);
    };
  }

  /** At the second payment, so that one before it is whole. */
  private static final class CrashingPayer implements Payer {
    private final Step step;
    private final Payer payer;
    private int calls;

    CrashingPayer(Step step, Payer payer) {
      this.step = step;
      this.payer = payer;
    }

    @Override
    public Optional<Receipt> find(String payoutId) throws IOException {
      return payer.find(payoutId);
    }

    @Override
    public Receipt pay(Payment payment) throws IOException {
      calls++;
      dieAt(step == Step.BEFORE_PAYMENT && calls == 2);
      Receipt receipt = payer.pay(payment);
      dieAt(step == Step.AFTER_PAYMENT && calls == 2);
      return receipt;
    }
  }

  private static void dieAt(boolean now) {
    if (now) {
      try {
        String pid = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-9", pid).start().waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException("not killed", e);
      }
    }
  }
}
