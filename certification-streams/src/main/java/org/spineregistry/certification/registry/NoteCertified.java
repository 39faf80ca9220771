package org.spineregistry.certification.registry;

import org.apache.kafka.streams.processor.api.Record;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

/** Shows in the registry's size how large its largest certified cohort was. */
final class NoteCertified extends RegistryStep<CertificationCompleted> {

  NoteCertified(EventStamp stamp) {
    super(stamp);
  }

  @Override
  public void process(Record<String, CertificationCompleted> record) {
    RegistrySize size = ledger().size(record.key());
    RegistryCount.certified(size, record.value().getCases());
    ledger().changed(size, record);
  }
}
