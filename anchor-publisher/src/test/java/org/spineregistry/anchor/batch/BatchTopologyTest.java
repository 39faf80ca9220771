package org.spineregistry.anchor.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.AcceptedCases;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.service.artifact.Sha256;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.Leaf;
import org.spineregistry.solana.merkle.Receipt;

class BatchTopologyTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String REVIEW = "00000000-0000-4000-8000-00000000000a";

  @TempDir Path folder;
  private BatchDriver driver;

  @BeforeEach
  void start() {
    driver = new BatchDriver(new BatchSettings(HOUR, 5), folder);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void everyReceiptLeadsToTheRootOfItsBatch() throws IOException {
    driver.accept(1, 1);
    driver.accept(2, 1);
    driver.accept(1, 2);
    driver.pass(HOUR.minusSeconds(1));
    assertThat(driver.batches.isEmpty()).isTrue();

    driver.pass(Duration.ofSeconds(1));

    AnchorBatch batch = driver.batches.readValue();
    assertThat(batch.getLeaves()).isEqualTo(3);
    assertThat(batch.getClosedAt()).isEqualTo(BatchDriver.START.plus(HOUR));
    assertLeads(1, 1, batch);
    assertLeads(2, 1, batch);
    assertLeads(1, 2, batch);
    driver.pass(HOUR.multipliedBy(3));
    assertThat(driver.batches.isEmpty()).as("no batch without a leaf").isTrue();
  }

  @Test
  void aFullBatchIsClosedAtOnceAndTheNextBeginsAtNought() throws IOException {
    for (int n = 1; n <= 7; n++) {
      driver.accept(n, 1);
    }

    AnchorBatch full = driver.batches.readValue();
    assertThat(full.getLeaves()).isEqualTo(5);
    assertThat(driver.batches.isEmpty()).isTrue();
    driver.pass(HOUR);
    AnchorBatch rest = driver.batches.readValue();
    assertThat(rest.getLeaves()).isEqualTo(2);
    assertLeads(5, 1, full);
    assertLeads(6, 1, rest);
    assertThat(driver.place(6, 1).index()).isZero();
  }

  @Test
  void aRepeatedRecordIsNoSecondLeaf() {
    driver.accept(1, 1);
    Place first = driver.place(1, 1);
    driver.accept(1, 1);
    driver.pass(HOUR);
    driver.accept(1, 1);
    driver.pass(HOUR);

    assertThat(driver.batches.readValuesToList())
        .extracting(AnchorBatch::getLeaves)
        .containsExactly(1);
    assertThat(driver.place(1, 1)).isEqualTo(first);
  }

  @Test
  void aReviewIsALeafBesideTheCasesOnceAndItsReceiptNamesItsRecord() throws IOException {
    driver.accept(1, 1);
    byte[] record = driver.review(REVIEW);
    driver.review(REVIEW);
    driver.pass(HOUR);

    AnchorBatch batch = driver.batches.readValue();
    assertThat(batch.getLeaves()).isEqualTo(2);
    Place place = driver.placeOfReview(REVIEW);
    assertThat(place.receipt())
        .startsWith(
            "spine review receipt v1\ncampaign: sacroiliac-fusion\nreview: "
                + REVIEW
                + "\nrecord: sha256:"
                + Sha256.hex(Arrays.copyOfRange(record, 5, record.length))
                + "\nsalt: ");
    assertLeads(place, batch);
    assertThat(Receipt.leafOf(place.receipt()).kind()).isEqualTo(Leaf.Kind.REVIEW);
  }

  @Test
  void aReviewWithAnIdThatCouldCollideIsNoReview() {
    assertThatThrownBy(() -> driver.review("a|b"))
        .hasRootCauseMessage("campaignId, reviewId: 1 to 64 letters, digits and dashes");
  }

  /** The file that everybody may read holds digests only, and the salt is gone. */
  @Test
  void aWithdrawalDestroysTheReceiptsAndLeavesTheTree() throws IOException {
    driver.accept(1, 1);
    driver.accept(1, 2);
    driver.accept(2, 1);
    driver.accept(12, 1);
    Place withdrawn = driver.place(1, 1);
    driver.withdraw(1);
    driver.pass(HOUR);

    assertThat(driver.place(1, 1)).isNull();
    assertThat(driver.place(1, 2)).isNull();
    AnchorBatch batch = driver.batches.readValue();
    assertThat(batch.getLeaves()).isEqualTo(4);
    assertLeads(2, 1, batch);
    assertLeads(12, 1, batch);
    String manifest =
        new String(driver.artifacts.get(batch.getManifest()), StandardCharsets.US_ASCII);
    assertThat(manifest.lines())
        .hasSize(4)
        .allMatch(line -> line.matches("spine1:l:c:[0-9a-f]{64}"));
    assertThat(manifest)
        .contains(Receipt.leafOf(withdrawn.receipt()).text())
        .doesNotContain(AcceptedCases.caseId(1));
  }

  /** Whoever knows the whole record still cannot tell its leaf. */
  @Test
  void theSameCaseHasAnotherLeafEveryTime(@TempDir Path other) {
    driver.accept(1, 1);
    try (BatchDriver second = new BatchDriver(new BatchSettings(HOUR, 5), other)) {
      second.accept(1, 1);
      String one = driver.place(1, 1).receipt();
      String two = second.place(1, 1).receipt();
      assertThat(one).isNotEqualTo(two);
      assertThat(one.substring(0, one.indexOf("salt")))
          .isEqualTo(two.substring(0, two.indexOf("salt")));
    }
  }

  @Test
  void bytesThatAreNoCaseDoNotBecomeALeaf() {
    assertThatThrownBy(() -> driver.bytes(1, new byte[] {1, 2, 3})).isNotNull();
    assertThat(driver.place(1, 1)).isNull();
  }

  private void assertLeads(int n, int revision, AnchorBatch batch) throws IOException {
    Place place = driver.place(n, revision);
    assertLeads(place, batch);
    assertThat(place.receipt().lines().toList())
        .containsAll(
            List.of(
                "campaign: " + AcceptedCases.CAMPAIGN,
                "case: " + AcceptedCases.caseId(n),
                "revision: " + revision));
  }

  private void assertLeads(Place place, AnchorBatch batch) throws IOException {
    assertThat(driver.state(place.batch())).isInstanceOf(BatchState.Closed.class);
    BatchState.Closed closed = (BatchState.Closed) driver.state(place.batch());
    assertThat(closed.root()).isEqualTo(batch.getRoot());
    InclusionPath path = LeafManifest.tree(driver.artifacts, closed).path(place.index());
    Leaf leaf = Receipt.leafOf(place.receipt());
    assertThat(HexFormat.of().formatHex(path.root(leaf.entry()))).isEqualTo(batch.getRoot());
  }
}
