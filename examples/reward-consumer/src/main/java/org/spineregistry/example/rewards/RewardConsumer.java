package org.spineregistry.example.rewards;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A sample reward system: reads payouts, pays each once, reports back. */
@Command(
    name = "reward-consumer",
    mixinStandardHelpOptions = true,
    description = "Reads payouts, writes each once into a payment list, reports it as settled.")
public final class RewardConsumer implements Callable<Integer> {
  private static final int CONTRADICTION = 3;

  @Option(names = "--kafka", required = true, description = "brokers, host:port")
  private String kafka;

  @Option(names = "--registry", required = true, description = "schema registry, http address")
  private String registry;

  @Option(names = "--prefix", defaultValue = "", description = "what topic names begin with")
  private String prefix;

  @Option(
      names = "--group",
      defaultValue = "reward-consumer",
      description = "name under which the broker shows the lag (default: ${DEFAULT-VALUE})")
  private String group;

  @Option(
      names = "--book",
      defaultValue = "reward-book",
      description = "folder of book.db and payments.csv (default: ${DEFAULT-VALUE})")
  private Path folder;

  @Option(names = "--once", description = "ends when everything that is there is paid")
  private boolean once;

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new RewardConsumer())
            .setExecutionExceptionHandler(RewardConsumer::failed)
            .execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    TopicNames names = new TopicNames(prefix);
    Clients clients = new Clients(kafka, registry, group);
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    try (Book book = Book.open(folder.resolve("book.db"));
        PaymentList payer = PaymentList.open(folder.resolve("payments.csv"));
        KafkaReports reports =
            new KafkaReports(clients.producer(), names.of(Topics.REWARD_SETTLED));
        Inbox inbox =
            Inbox.open(
                clients.consumer(),
                book,
                List.of(names.of(Topics.REWARD_GRANTED), names.of(Topics.CERTIFICATION_STATUS)))) {
      new Desk(book, inbox, payer, reports).work(once, out);
    }
    return 0;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
    if (e instanceof BookProblem) {
      command.getErr().println("Stopped, nothing is paid on: " + e.getMessage());
      return CONTRADICTION;
    }
    command.getErr().println("Stopped: " + e.getMessage());
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
