package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.MerkleTree;

/** Interactive queries on receipts and their places. */
public final class ReceiptProofs {
  private static final int TREES = 8;

  private final KafkaStreams streams;
  private final ArtifactStore artifacts;
  private final Map<String, MerkleTree> trees =
      new LinkedHashMap<>(TREES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, MerkleTree> eldest) {
          return size() > TREES;
        }
      };

  public ReceiptProofs(KafkaStreams streams, ArtifactStore artifacts) {
    this.streams = streams;
    this.artifacts = artifacts;
  }

  /**
   * A receipt and where it stands.
   *
   * @param text of it, with the salt
   * @param index of its leaf
   * @param batch absent while it is open
   */
  public record Receipt(String text, int index, Optional<Batch> batch) {
    /** The receipt has a salt. */
    @Override
    public String toString() {
      return "Receipt[" + batch + "/" + index + "]";
    }
  }

  /**
   * A closed batch.
   *
   * @param manifest SHA-256 of its file of leaves
   */
  public record Batch(String root, int leaves, String manifest) {}

  /**
   * The receipt of a case.
   *
   * @param revision null for the newest
   * @return empty when there is none: never accepted, not taken in yet, or withdrawn
   * @throws NotReady while the view is restored, or when another process has it
   */
  public Optional<Receipt> find(String caseId, Integer revision) {
    return place(caseId, revision)
        .map(place -> new Receipt(place.receipt(), place.index(), batch(place.batch())));
  }

  private Optional<Batch> batch(long number) {
    ReadOnlyKeyValueStore<Long, String> batches = store(BatchStores.BATCHES);
    try {
      String state = batches.get(number);
      return state != null && BatchState.parse(state) instanceof BatchState.Closed closed
          ? Optional.of(new Batch(closed.root(), closed.leaves(), closed.manifest()))
          : Optional.empty();
    } catch (InvalidStateStoreException e) {
      throw new NotReady();
    }
  }

  /**
   * The way from a leaf to the root of its batch.
   *
   * @throws IOException when the file of leaves cannot be read
   */
  public InclusionPath path(Batch batch, int index) throws IOException {
    return tree(batch).path(index);
  }

  /** The trees that were asked for last are kept: whoever asks, asks again or for a neighbour. */
  private synchronized MerkleTree tree(Batch batch) throws IOException {
    MerkleTree known = trees.get(batch.manifest());
    if (known != null) {
      return known;
    }
    MerkleTree tree =
        LeafManifest.tree(
            artifacts, new BatchState.Closed(batch.root(), batch.leaves(), batch.manifest()));
    trees.put(batch.manifest(), tree);
    return tree;
  }

  private Optional<Place> place(String caseId, Integer revision) {
    ReadOnlyKeyValueStore<String, String> places = store(BatchStores.PLACES);
    try {
      if (revision != null) {
        return Optional.ofNullable(places.get(PlaceKeys.of(caseId, revision))).map(Place::parse);
      }
      List<String> all = new ArrayList<>();
      try (KeyValueIterator<String, String> found =
          places.prefixScan(PlaceKeys.prefix(caseId), new StringSerializer())) {
        found.forEachRemaining(entry -> all.add(entry.value));
      }
      return all.isEmpty() ? Optional.empty() : Optional.of(Place.parse(all.get(all.size() - 1)));
    } catch (InvalidStateStoreException e) {
      throw new NotReady();
    }
  }

  private <K> ReadOnlyKeyValueStore<K, String> store(String name) {
    try {
      return streams.store(
          StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
    } catch (InvalidStateStoreException | IllegalStateException e) {
      throw new NotReady();
    }
  }

  /** This process cannot answer now. */
  public static final class NotReady extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReady() {
      super("the receipts are being restored, or another process has them", null, false, false);
    }
  }
}
