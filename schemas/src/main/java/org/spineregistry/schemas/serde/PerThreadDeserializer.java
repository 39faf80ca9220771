package org.spineregistry.schemas.serde;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * One deserializer for each thread. A topology hands the one that it was built with to all of its
 * stream threads, so that one with a state of its own would mix their records.
 */
public final class PerThreadDeserializer<T> implements Deserializer<T> {
  private final ThreadLocal<Deserializer<T>> own;

  /**
   * @param maker makes one for a thread
   */
  public PerThreadDeserializer(Supplier<Deserializer<T>> maker) {
    this.own = ThreadLocal.withInitial(maker);
  }

  @Override
  public T deserialize(String topic, byte[] data) {
    return own.get().deserialize(topic, data);
  }
}
