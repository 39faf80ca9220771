package org.spineregistry.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.IntakeOutcome;

class RestartIT {
  private static final int CASES = 300;
  @TempDir Path dir;

  @Test
  void nothingIsAcceptedTwiceAcrossARestartThatLosesTheLocalState() throws Exception {
    try (RunningIntake intake = new RunningIntake(RestartIT.class, dir).install().start()) {
      SubmissionFeed feed = new SubmissionFeed(intake);
      List<ProducerRecord<byte[], byte[]>> cases =
          IntStream.range(0, CASES)
              .mapToObj(n -> feed.submission(n, UUID.randomUUID().toString()))
              .toList();
      intake.send(cases);
      await().atMost(Duration.ofSeconds(60)).until(() -> !feed.acceptedKeys().isEmpty());
      intake.stop();
      deleteState();

      intake.send(cases);
      intake.start();

      assertThat(feed.receipts(2 * CASES, receipt -> true))
          .extracting(CaseReceipt::getOutcome)
          .filteredOn(IntakeOutcome.ACCEPTED::equals)
          .hasSize(CASES);
      assertThat(feed.acceptedKeys()).hasSize(CASES).doesNotHaveDuplicates();
    }
  }

  private void deleteState() throws Exception {
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(dir)) {
          Files.delete(file);
        }
      }
    }
  }
}
