package org.spineregistry.bench.registry;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The reference: the least code that notices a new case and counts it. One store of seen cases, one
 * of counts, one output a record; no ordinals for others to read, no policy, no event identity.
 *
 * @param <V> what the values are read as: bytes, or the case record
 */
final class BareCount<V> {
  private static final String SEEN = "seen";
  private static final String COUNTS = "counts";

  private final String input;
  private final String output;
  private final Serde<V> values;
  private final Campaign<V> campaign;

  /** Which campaign a value belongs to. */
  interface Campaign<V> {
    String of(V value);
  }

  BareCount(String input, String output, Serde<V> values, Campaign<V> campaign) {
    this.input = input;
    this.output = output;
    this.values = values;
    this.campaign = campaign;
  }

  static Campaign<GenericRecord> header() {
    return record -> ((GenericRecord) record.get("header")).get("campaignId").toString();
  }

  void addTo(StreamsBuilder builder) {
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(SEEN), Serdes.String(), Serdes.Integer()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(COUNTS), Serdes.String(), Serdes.Long())
            // as ours: one changelog record a commit
            .withCachingEnabled());
    builder.stream(input, Consumed.with(Serdes.String(), values))
        .process(Count::new, SEEN, COUNTS)
        .to(output, Produced.with(Serdes.String(), Serdes.Long()));
  }

  private final class Count extends ContextualProcessor<String, V, String, Long> {
    private KeyValueStore<String, Integer> seen;
    private KeyValueStore<String, Long> counts;

    @Override
    public void init(ProcessorContext<String, Long> context) {
      super.init(context);
      seen = context.getStateStore(SEEN);
      counts = context.getStateStore(COUNTS);
    }

    @Override
    public void process(Record<String, V> record) {
      if (seen.putIfAbsent(record.key(), 1) == null) {
        String name = campaign.of(record.value());
        Long before = counts.get(name);
        long count = before == null ? 1 : before + 1;
        counts.put(name, count);
        context().forward(record.withKey(name).withValue(count));
      }
    }
  }
}
