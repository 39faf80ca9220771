package org.spineregistry.certification.registry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

/** Shows in the registry's size how large its largest certified cohort was. */
final class NoteCertified
    extends ContextualProcessor<String, CertificationCompleted, String, SpecificRecord> {
  private final EventStamp stamp;
  private RegistryLedger ledger;

  NoteCertified(EventStamp stamp) {
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> context) {
    super.init(context);
    ledger = new RegistryLedger(context, stamp);
  }

  @Override
  public void process(Record<String, CertificationCompleted> record) {
    RegistrySize size = ledger.size(record.key());
    RegistryCount.certified(size, record.value().getCases());
    ledger.changed(size, record);
  }
}
