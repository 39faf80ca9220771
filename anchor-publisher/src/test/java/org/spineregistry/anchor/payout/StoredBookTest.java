package org.spineregistry.anchor.payout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.reward.decision.RewardBook;
import org.spineregistry.anchor.reward.decision.RewardBookContract;

class StoredBookTest extends RewardBookContract {
  private final List<StateStore> stores = new ArrayList<>();
  @TempDir Path folder;

  @Override
  protected RewardBook book() {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "book");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(
            properties, new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
    for (StoreBuilder<?> builder : RewardStores.all()) {
      StateStore store = builder.withLoggingDisabled().build();
      store.init(context.getStateStoreContext(), store);
      stores.add(store);
    }
    return new StoredBook(context);
  }

  @AfterEach
  void close() {
    stores.forEach(StateStore::close);
  }
}
