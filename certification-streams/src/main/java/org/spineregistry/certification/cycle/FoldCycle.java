package org.spineregistry.certification.cycle;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.schemas.header.EventStamp;

/**
 * Applies one kind of event to the row of its cycle and emits the row.
 *
 * @param <E> event type
 */
final class FoldCycle<E> extends ContextualProcessor<String, E, String, CertificationStatus> {

  /** How one kind of event changes a row. */
  interface Fold<E> {
    void apply(CertificationStatus row, E event, Instant at);
  }

  /** Which campaign an event belongs to. */
  interface Campaign<E> {
    String of(E event);
  }

  private final Campaign<E> campaign;
  private final Fold<E> fold;
  private final EventStamp stamp;
  private KeyValueStore<String, CertificationStatus> rows;

  FoldCycle(Campaign<E> campaign, Fold<E> fold, EventStamp stamp) {
    this.campaign = campaign;
    this.fold = fold;
    this.stamp = stamp;
  }

  @Override
  public void init(ProcessorContext<String, CertificationStatus> context) {
    super.init(context);
    rows = context.getStateStore(CycleStatusTopology.ROWS);
  }

  @Override
  public void process(Record<String, E> record) {
    Instant at = Instant.ofEpochMilli(record.timestamp());
    CertificationStatus row = rows.get(record.key());
    if (row == null) {
      row = CycleRow.empty(record.key(), campaign.of(record.value()), at);
    }
    fold.apply(row, record.value(), at);
    rows.put(record.key(), row);
    context().forward(record.withValue(row).withHeaders(stamped(record, at)));
  }

  private Headers stamped(Record<String, E> record, Instant at) {
    var metadata = context().recordMetadata().orElseThrow();
    String cause =
        EventStamp.causeOf(
            record.headers(), metadata.topic(), metadata.partition(), metadata.offset());
    return stamp.derived("CertificationStatus", record.key(), cause, at, record.headers());
  }
}
