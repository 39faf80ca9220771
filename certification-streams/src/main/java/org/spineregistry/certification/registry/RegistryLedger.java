package org.spineregistry.certification.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

/**
 * The stores of one processor and what it emits. Members and requests are emitted at once; a size
 * that changes with every case is emitted a few times a second, and once after each start, so that
 * none is lost with the process.
 */
final class RegistryLedger {
  private static final Duration SIZES_EVERY = Duration.ofMillis(100);

  private final ProcessorContext<String, SpecificRecord> context;
  private final EventStamp stamp;
  private final KeyValueStore<String, MemberState> members;
  private final KeyValueStore<String, RegistrySize> sizes;
  private final KeyValueStore<String, CertificationPolicy> policies;
  private final Set<String> unsaid = new LinkedHashSet<>();
  private boolean started;

  RegistryLedger(ProcessorContext<String, SpecificRecord> context, EventStamp stamp) {
    this.context = context;
    this.stamp = stamp;
    this.members = context.getStateStore(RegistryStores.MEMBERS);
    this.sizes = context.getStateStore(RegistryStores.SIZES);
    this.policies = context.getStateStore(RegistryStores.POLICIES);
    context.schedule(SIZES_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> saySizes());
  }

  KeyValueStore<String, MemberState> members() {
    return members;
  }

  KeyValueStore<String, CertificationPolicy> policies() {
    return policies;
  }

  RegistrySize size(String campaignId) {
    RegistrySize size = sizes.get(campaignId);
    return size == null ? RegistryCount.empty(campaignId) : size;
  }

  /** Stores a changed size and asks for what it has reached. */
  void changed(RegistrySize size, Record<String, ?> cause) {
    if (mayAsk(size)) {
      CertificationPolicy policy = policies.get(size.getCampaignId());
      String causeId = causeOf(cause);
      for (long threshold : RegistryCount.request(size, policy)) {
        long limit = ordinalLimit(size, threshold);
        var request = Requests.of(size, policy, threshold, limit, causeId, time(cause));
        emit(cause, causeId, request.getCycleId(), request);
      }
    }
    sizes.put(size.getCampaignId(), size);
    unsaid.add(size.getCampaignId());
  }

  /**
   * The ordinal up to which there are so many living members. Rarely anything but the last one: a
   * policy that asks for several sizes at once makes it look at every member.
   */
  private long ordinalLimit(RegistrySize size, long threshold) {
    if (threshold >= size.getCases()) {
      return size.getLastOrdinal();
    }
    List<Long> living = new ArrayList<>();
    try (KeyValueIterator<String, MemberState> all = members.all()) {
      while (all.hasNext()) {
        MemberState member = all.next().value;
        if (member.campaignId().equals(size.getCampaignId())) {
          living.add(member.ordinal());
        }
      }
    }
    Collections.sort(living);
    return living.get(Math.toIntExact(threshold) - 1);
  }

  /** Emits a member as it is now. */
  void joined(RegistryMember member, Record<String, ?> cause) {
    emit(cause, causeOf(cause), memberKey(member.getCampaignId(), member.getCaseId()), member);
  }

  /** Emits the tombstone of a member. */
  void left(String campaignId, Record<String, ?> cause) {
    String key = memberKey(campaignId, cause.key());
    Headers headers =
        stamp.derived("RegistryMember", key, causeOf(cause), time(cause), cause.headers());
    context.forward(new Record<>(key, null, cause.timestamp(), headers));
  }

  private void saySizes() {
    if (!started) {
      started = true;
      try (KeyValueIterator<String, RegistrySize> all = sizes.all()) {
        while (all.hasNext()) {
          KeyValue<String, RegistrySize> size = all.next();
          unsaid.add(size.key);
        }
      }
    }
    // stream time never falls, so neither does the time of a campaign's size
    long timestamp = Math.max(0, context.currentStreamTimeMs());
    unsaid.forEach(campaign -> say(sizes.get(campaign), timestamp));
    unsaid.clear();
  }

  private void say(RegistrySize size, long timestamp) {
    // the state that is said is the cause: the same state has the same event id
    String state = size.getLastOrdinal() + "/" + size.getCases() + "/" + size.getPolicyVersion();
    Headers headers =
        stamp.derived(
            "RegistrySize",
            size.getCampaignId(),
            state,
            Instant.ofEpochMilli(timestamp),
            new RecordHeaders());
    context.forward(new Record<>(size.getCampaignId(), size, timestamp, headers));
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

  private static String memberKey(String campaignId, String caseId) {
    return campaignId + "/" + caseId;
  }
}
