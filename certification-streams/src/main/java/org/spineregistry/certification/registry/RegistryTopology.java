package org.spineregistry.certification.registry;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.apache.kafka.common.serialization.Serdes.serdeFrom;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_COMPLETED;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_POLICY;
import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_REQUESTED;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_MEMBER;
import static org.spineregistry.schemas.topic.Topics.REGISTRY_SIZE;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.PerThreadDeserializer;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.serde.StateSerde;
import org.spineregistry.schemas.serde.WriterSchemas;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Counts the registry. Accepted cases and policies of a campaign lie in the same partition, so one
 * task sees both in one order; each new case gets the next ordinal, and a size that reaches a
 * threshold emits one request.
 */
public final class RegistryTopology {
  private final TopicNames names;
  private final SpineSerdes serdes;
  private final EventStamp stamp;

  public RegistryTopology(TopicNames names, SpineSerdes serdes, EventStamp stamp) {
    this.names = names;
    this.serdes = serdes;
    this.stamp = stamp;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(RegistryStores.members());
    builder.addStateStore(RegistryStores.sizes());
    builder.addStateStore(RegistryStores.policies());
    cases(builder)
        .merge(policies(builder), Named.as("registry-cases-and-policies"))
        .merge(certified(builder), Named.as("registry-changes"))
        .split(Named.as("registry-"))
        .branch(
            (key, value) -> value == null || value instanceof RegistryMember,
            Branched.withConsumer(
                s -> s.to(names.of(REGISTRY_MEMBER), produced("registry-to-member")), "member"))
        .branch(
            (key, value) -> value instanceof RegistrySize,
            Branched.withConsumer(
                s -> s.to(names.of(REGISTRY_SIZE), produced("registry-to-size")), "size"))
        .branch(
            (key, value) -> value instanceof CertificationRequested,
            Branched.withConsumer(
                s -> s.to(names.of(CERTIFICATION_REQUESTED), produced("registry-to-requested")),
                "requested"))
        .noDefaultBranch();
  }

  private KStream<String, SpecificRecord> cases(StreamsBuilder builder) {
    return builder.stream(
            names.of(CASE_ACCEPTED), Consumed.with(String(), cases()).withName("cases"))
        .process(() -> new CountCase(stamp), Named.as("registry-count-case"), stores());
  }

  /** Only read here: accepted cases are written by the intake. */
  private Serde<AcceptedCase> cases() {
    WriterSchemas schemas = serdes.writerSchemas();
    return serdeFrom(
        (topic, accepted) -> {
          throw new UnsupportedOperationException("accepted cases are only read");
        },
        new PerThreadDeserializer<>(() -> new AcceptedCaseReader(schemas)));
  }

  private KStream<String, SpecificRecord> policies(StreamsBuilder builder) {
    return builder.stream(
            names.of(CERTIFICATION_POLICY),
            Consumed.with(String(), serdes.<CertificationPolicy>event()).withName("policies"))
        .process(() -> new ApplyPolicy(stamp), Named.as("registry-apply-policy"), stores());
  }

  private KStream<String, SpecificRecord> certified(StreamsBuilder builder) {
    ProcessorSupplier<String, CertificationCompleted, String, SpecificRecord> note =
        () -> new NoteCertified(stamp);
    return builder.stream(
            names.of(CERTIFICATION_COMPLETED),
            Consumed.with(String(), serdes.<CertificationCompleted>event()).withName("completed"))
        .filter(
            (id, cycle) -> cycle.getVerdict() == CycleVerdict.CERTIFIED,
            Named.as("registry-certified"))
        .selectKey((id, cycle) -> cycle.getCampaignId(), Named.as("registry-by-campaign"))
        .repartition(
            Repartitioned.<String, CertificationCompleted>as("registry-certified-by-campaign")
                .withKeySerde(String())
                .withValueSerde(
                    new StateSerde<>(
                        CertificationCompleted.getEncoder(), CertificationCompleted.getDecoder()))
                .withNumberOfPartitions(CASE_ACCEPTED.partitions()))
        .process(note, Named.as("registry-note-certified"), stores());
  }

  private static String[] stores() {
    return new String[] {RegistryStores.MEMBERS, RegistryStores.SIZES, RegistryStores.POLICIES};
  }

  private Produced<String, SpecificRecord> produced(String name) {
    return Produced.with(String(), serdes.<SpecificRecord>event()).withName(name);
  }
}
