package org.spineregistry.certification.registry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.spineregistry.schemas.header.EventStamp;

/**
 * A step that changes the registry by one kind of record.
 *
 * @param <V> what it reads
 */
abstract class RegistryStep<V> extends ContextualProcessor<String, V, String, SpecificRecord> {
  private final EventStamp stamp;
  private RegistryLedger ledger;

  RegistryStep(EventStamp stamp) {
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    ledger = new RegistryLedger(context, stamp);
  }

  RegistryLedger ledger() {
    return ledger;
  }
}
