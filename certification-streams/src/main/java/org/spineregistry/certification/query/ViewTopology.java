package org.spineregistry.certification.query;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_STATUS;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_SIZE;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Materialises cycles and sizes on every instance, so that any of them answers any question without
 * asking another. Both tables are small: a row a cycle, a row a campaign.
 */
public final class ViewTopology {
  static final String CYCLES = "view-cycles";
  static final String SIZES = "view-sizes";

  private final TopicNames names;
  private final SpineSerdes serdes;

  public ViewTopology(TopicNames names, SpineSerdes serdes) {
    this.names = names;
    this.serdes = serdes;
  }

  public void addTo(StreamsBuilder builder) {
    Serde<CertificationStatus> rows = serdes.event();
    builder.globalTable(
        names.of(CERTIFICATION_STATUS),
        Consumed.with(String(), rows).withName("source-view-cycles"),
        table(CYCLES, rows));
    Serde<RegistrySize> sizes = serdes.event();
    builder.globalTable(
        names.of(REGISTRY_SIZE),
        Consumed.with(String(), sizes).withName("source-view-sizes"),
        table(SIZES, sizes));
  }

  private static <V> Materialized<String, V, KeyValueStore<Bytes, byte[]>> table(
      String name, Serde<V> serde) {
    return Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(name)
        .withKeySerde(String())
        .withValueSerde(serde);
  }
}
