package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.solana.merkle.MerkleTree;
import org.spineregistry.solana.merkle.Receipt;

/**
 * Gives each accepted revision of a case and each accepted review its place in a batch, once, and
 * closes the batch after a time or a number of leaves. One task does this for the whole
 * installation, so leaves have one order. What is random, the salts, is committed together with the
 * leaf that needs it.
 */
final class BatchLeaves extends ContextualProcessor<String, String, String, AnchorBatch> {
  private static final Logger LOGGER = LoggerFactory.getLogger(BatchLeaves.class);
  private static final int SALT_BYTES = 32;
  private static final int SALTS = 256;

  private final ArtifactStore artifacts;
  private final EventStamp stamp;
  private final BatchSettings settings;
  private final SecureRandom random = new SecureRandom();
  private final ByteBuffer salts = ByteBuffer.allocate(SALT_BYTES * SALTS).limit(0);
  private KeyValueStore<String, String> places;
  private KeyValueStore<Integer, String> open;
  private KeyValueStore<Long, String> batches;

  /** Number of the open batch, or of the one that the next leaf opens. */
  private long batch;

  private int leaves;

  /** When the open batch is due; null when none is open. */
  private Instant due;

  BatchLeaves(ArtifactStore artifacts, EventStamp stamp, BatchSettings settings) {
    this.artifacts = artifacts;
    this.stamp = stamp;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, AnchorBatch> context) {
    super.init(context);
    places = context.getStateStore(BatchStores.PLACES);
    open = context.getStateStore(BatchStores.OPEN);
    batches = context.getStateStore(BatchStores.BATCHES);
    resume();
    Duration look = settings.look();
    context.schedule(look, PunctuationType.WALL_CLOCK_TIME, this::closeWhenDue);
  }

  /** From the stores alone: a task that lost its state gets the same processor again. */
  private void resume() {
    batch = 0;
    due = null;
    try (KeyValueIterator<Long, String> newest = batches.reverseAll()) {
      if (newest.hasNext()) {
        KeyValue<Long, String> last = newest.next();
        batch = last.key + 1;
        if (BatchState.parse(last.value) instanceof BatchState.Open started) {
          batch = last.key;
          due = due(started.since());
        }
      }
    }
    try (KeyValueIterator<Integer, String> newest = open.reverseAll()) {
      leaves = newest.hasNext() ? newest.next().key + 1 : 0;
    }
  }

  private Instant due(Instant since) {
    return since.plus(settings.interval());
  }

  @Override
  public void process(Record<String, String> record) {
    if (record.value() == null) {
      forget(record.key());
      return;
    }
    Accepted accepted = Accepted.parse(record.value());
    if (places.get(accepted.key()) == null) {
      add(accepted);
    }
  }

  /** The leaf stays in its tree; nobody can say any more what it was of. */
  private void forget(String caseId) {
    List<String> keys = new ArrayList<>();
    try (KeyValueIterator<String, String> found =
        places.prefixScan(PlaceKeys.prefix(caseId), new StringSerializer())) {
      found.forEachRemaining(place -> keys.add(place.key));
    }
    keys.forEach(places::delete);
  }

  private void add(Accepted accepted) {
    Receipt receipt = accepted.receipt(salt());
    if (due == null) {
      Instant now = Instant.ofEpochMilli(context().currentSystemTimeMs());
      batches.put(batch, new BatchState.Open(now).text());
      due = due(now);
    }
    places.put(accepted.key(), new Place(batch, leaves, receipt.text()).text());
    open.put(leaves, receipt.leaf().text());
    leaves++;
    if (leaves >= settings.leaves()) {
      close(Instant.ofEpochMilli(context().currentSystemTimeMs()));
    }
  }

  /** Taken from the system many at a time: a call costs more than a leaf. */
  private String salt() {
    if (!salts.hasRemaining()) {
      random.nextBytes(salts.array());
      salts.clear();
    }
    byte[] salt = new byte[SALT_BYTES];
    salts.get(salt);
    return HexFormat.of().formatHex(salt);
  }

  private void closeWhenDue(long millis) {
    Instant now = Instant.ofEpochMilli(millis);
    if (due != null && !now.isBefore(due)) {
      close(now);
    }
  }

  /**
   * The file of leaves is written before anything says so; if this task fails afterwards, the
   * leaves get the same file again.
   */
  private void close(Instant now) {
    List<String> texts = new ArrayList<>();
    try (KeyValueIterator<Integer, String> all = open.all()) {
      all.forEachRemaining(leaf -> texts.add(leaf.value));
    }
    MerkleTree tree = LeafManifest.tree(texts);
    String root = HexFormat.of().formatHex(tree.root());
    ArtifactReference manifest;
    try {
      manifest = LeafManifest.put(artifacts, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the disk's fault: the task fails and is tried again
    }
    batches.put(batch, new BatchState.Closed(root, texts.size(), manifest.getSha256()).text());
    for (int leaf = 0; leaf < texts.size(); leaf++) {
      open.delete(leaf);
    }
    forward(root, texts.size(), manifest, now);
    LOGGER
        .atInfo()
        .addKeyValue("batch", batch)
        .addKeyValue("leaves", texts.size())
        .log("batch closed");
    batch++;
    leaves = 0;
    due = null;
  }

  private void forward(String root, int size, ArtifactReference manifest, Instant now) {
    AnchorBatch event =
        AnchorBatch.newBuilder()
            .setRoot(root)
            .setLeaves(size)
            .setManifest(manifest)
            .setClosedAt(now)
            .build();
    String cause = SpineIds.event("leaves", root).toString();
    context()
        .forward(
            new Record<>(
                root,
                event,
                now.toEpochMilli(),
                stamp.derived("AnchorBatch", root, cause, now, new RecordHeaders())));
  }
}
