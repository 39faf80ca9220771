package org.spineregistry.certification.registry;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

/**
 * The stores of one task and what it emits: every change of a campaign's size goes through here.
 */
final class RegistryLedger {
  private final ProcessorContext<String, SpecificRecord> context;
  private final EventStamp stamp;
  private final KeyValueStore<String, RegistryMember> members;
  private final KeyValueStore<String, RegistrySize> sizes;
  private final KeyValueStore<String, CertificationPolicy> policies;

  RegistryLedger(ProcessorContext<String, SpecificRecord> context, EventStamp stamp) {
    this.context = context;
    this.stamp = stamp;
    this.members = context.getStateStore(RegistryStores.MEMBERS);
    this.sizes = context.getStateStore(RegistryStores.SIZES);
    this.policies = context.getStateStore(RegistryStores.POLICIES);
  }

  KeyValueStore<String, RegistryMember> members() {
    return members;
  }

  KeyValueStore<String, CertificationPolicy> policies() {
    return policies;
  }

  RegistrySize size(String campaignId) {
    RegistrySize size = sizes.get(campaignId);
    return size == null ? RegistryCount.empty(campaignId) : size;
  }

  /** Stores a changed size, asks for what it has reached, and emits both. */
  void changed(RegistrySize size, Record<String, ?> cause) {
    String causeId = causeOf(cause);
    if (mayAsk(size)) {
      CertificationPolicy policy = policies.get(size.getCampaignId());
      for (long threshold : RegistryCount.request(size, policy)) {
        var request = Requests.of(size, policy, threshold, causeId, time(cause));
        emit(cause, causeId, request.getCycleId(), request);
      }
    }
    sizes.put(size.getCampaignId(), size);
    emit(cause, causeId, size.getCampaignId(), size);
  }

  /** Emits a member as it is now. */
  void joined(RegistryMember member, Record<String, ?> cause) {
    emit(cause, causeOf(cause), memberKey(member), member);
  }

  /** Emits the tombstone of a member. */
  void left(RegistryMember member, Record<String, ?> cause) {
    String causeId = causeOf(cause);
    Headers headers =
        stamp.derived("RegistryMember", memberKey(member), causeId, time(cause), cause.headers());
    context.forward(new Record<>(memberKey(member), null, cause.timestamp(), headers));
  }

  /** Cheap test that keeps the policy store out of the path of every case. */
  private static boolean mayAsk(RegistrySize size) {
    Long next = size.getNextThreshold();
    return size.getPolicyVersion() == null || next != null && size.getCases() >= next;
  }

  private void emit(Record<String, ?> cause, String causeId, String key, SpecificRecord value) {
    Headers headers =
        stamp.derived(value.getSchema().getName(), key, causeId, time(cause), cause.headers());
    context.forward(new Record<>(key, value, cause.timestamp(), headers));
  }

  private String causeOf(Record<String, ?> cause) {
    Optional<RecordMetadata> at = context.recordMetadata();
    return EventStamp.causeOf(
        cause.headers(),
        at.map(RecordMetadata::topic).orElse(""),
        at.map(RecordMetadata::partition).orElse(-1),
        at.map(RecordMetadata::offset).orElse(-1L));
  }

  private static Instant time(Record<String, ?> cause) {
    return Instant.ofEpochMilli(cause.timestamp());
  }

  private static String memberKey(RegistryMember member) {
    return member.getCampaignId() + "/" + member.getCaseId();
  }
}
