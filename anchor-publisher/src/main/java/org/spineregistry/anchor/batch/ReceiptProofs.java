package org.spineregistry.anchor.batch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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

/** Interactive queries on receipts and their places. */
public final class ReceiptProofs {
  private final KafkaStreams streams;
  private final ArtifactStore artifacts;

  public ReceiptProofs(KafkaStreams streams, ArtifactStore artifacts) {
    this.streams = streams;
    this.artifacts = artifacts;
  }

  /**
   * A receipt and where it stands.
   *
   * @param receipt its text, with the salt
   * @param inclusion absent while its batch is open
   */
  public record Receipt(String receipt, Optional<Inclusion> inclusion) {
    /** The receipt has a salt. */
    @Override
    public String toString() {
      return "Receipt[" + inclusion + "]";
    }
  }

  /** Place in a closed batch. */
  public record Inclusion(String root, InclusionPath path) {}

  /**
   * The receipt of a case.
   *
   * @param revision null for the newest
   * @return empty when there is none: never accepted, not taken in yet, or withdrawn
   * @throws NotReady while the view is restored, or when another process has it
   * @throws IOException when the file of leaves cannot be read
   */
  public Optional<Receipt> find(String caseId, Integer revision) throws IOException {
    Optional<Place> place = place(caseId, revision);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    String state = this.<Long>store(BatchStores.BATCHES).get(place.get().batch());
    Optional<Inclusion> inclusion =
        state != null && BatchState.parse(state) instanceof BatchState.Closed closed
            ? Optional.of(inclusion(closed, place.get().index()))
            : Optional.empty();
    return Optional.of(new Receipt(place.get().receipt(), inclusion));
  }

  private Inclusion inclusion(BatchState.Closed batch, int index) throws IOException {
    return new Inclusion(batch.root(), LeafManifest.tree(artifacts, batch).path(index));
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
