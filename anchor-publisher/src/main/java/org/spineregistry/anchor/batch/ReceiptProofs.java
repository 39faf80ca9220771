package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.solana.merkle.InclusionPath;
import org.spineregistry.solana.merkle.MerkleTree;

/** Interactive queries on receipts and their places. */
public final class ReceiptProofs {
  private static final int TREES = 8;

  private final StoreQueries stores;
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
    this.stores = new StoreQueries(streams);
    this.artifacts = artifacts;
  }

  /**
   * A receipt and where it stands.
   *
   * @param text of it, with the salt
   * @param index of its leaf
   * @param batch absent while it is open
   */
  public record Receipt(String text, int index, Optional<BatchState.Closed> batch) {
    /** The receipt has a salt. */
    @Override
    public String toString() {
      return "Receipt[" + batch + "/" + index + "]";
    }
  }

  /**
   * The receipt of a case.
   *
   * @param revision null for the newest
   * @return empty when there is none: never accepted, not taken in yet, or withdrawn
   * @throws StoreQueries.NotReady while the view is restored, or when another process has it
   */
  public Optional<Receipt> ofCase(String caseId, Integer revision) {
    return receipt(
        places ->
            revision == null ? newest(places, caseId) : places.get(PlaceKeys.of(caseId, revision)));
  }

  /**
   * The receipt of a review.
   *
   * @return empty when there is none: never accepted, or not taken in yet
   * @throws StoreQueries.NotReady likewise
   */
  public Optional<Receipt> ofReview(String reviewId) {
    return receipt(places -> places.get(PlaceKeys.ofReview(reviewId)));
  }

  private Optional<Receipt> receipt(
      Function<ReadOnlyKeyValueStore<String, String>, String> lookUp) {
    return stores
        .ask(
            BatchStores.PLACES,
            (ReadOnlyKeyValueStore<String, String> places) ->
                Optional.ofNullable(lookUp.apply(places)).map(Place::parse))
        .map(place -> new Receipt(place.receipt(), place.index(), batch(place.batch())));
  }

  private Optional<BatchState.Closed> batch(long number) {
    return stores.ask(
        BatchStores.BATCHES,
        (ReadOnlyKeyValueStore<Long, String> batches) -> {
          String state = batches.get(number);
          return state != null && BatchState.parse(state) instanceof BatchState.Closed closed
              ? Optional.of(closed)
              : Optional.empty();
        });
  }

  /**
   * The way from a leaf to the root of its batch.
   *
   * @throws IOException when the file of leaves cannot be read
   */
  public InclusionPath path(BatchState.Closed batch, int index) throws IOException {
    return tree(batch).path(index);
  }

  /** The trees that were asked for last are kept: whoever asks, asks again or for a neighbour. */
  private synchronized MerkleTree tree(BatchState.Closed batch) throws IOException {
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

  /** Null when the case has no receipt. */
  private static String newest(ReadOnlyKeyValueStore<String, String> places, String caseId) {
    String newest = null;
    try (KeyValueIterator<String, String> found =
        places.prefixScan(PlaceKeys.prefix(caseId), new StringSerializer())) {
      while (found.hasNext()) {
        newest = found.next().value;
      }
    }
    return newest;
  }
}
