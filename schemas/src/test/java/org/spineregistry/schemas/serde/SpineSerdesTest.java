package org.spineregistry.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

class SpineSerdesTest {
  private static final String SCOPE = "SpineSerdesTest";
  private static final CaseWithdrawn EVENT =
      new CaseWithdrawn(
          "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b10",
          WithdrawalReason.PATIENT_OBJECTION,
          Instant.parse("2026-11-23T12:00:00Z"));

  @Test
  void anEventWrittenWithARegisteredSchemaIsReadBack() throws Exception {
    var registry = MockSchemaRegistry.getClientForScope(SCOPE);
    new SchemaPlan(registry, ContractSchemas.load(), TopicNames.plain(), Topics.ALL).apply();
    Serde<CaseWithdrawn> serde = SpineSerdes.of("mock://" + SCOPE).event();
    String topic = Topics.CASE_WITHDRAWN.name();

    byte[] bytes = serde.serializer().serialize(topic, EVENT);

    assertThat(bytes[0]).as("magic byte of the wire format").isZero();
    assertThat(serde.deserializer().deserialize(topic, bytes)).isEqualTo(EVENT);
  }

  @Test
  void aSchemaThatIsNotRegisteredIsRefused() {
    Serde<CaseWithdrawn> serde = SpineSerdes.of("mock://SpineSerdesTest-empty").event();

    assertThatThrownBy(() -> serde.serializer().serialize(Topics.CASE_WITHDRAWN.name(), EVENT))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void stateIsReadBackWithoutARegistry() {
    StateSerde<CaseWithdrawn> serde =
        new StateSerde<>(CaseWithdrawn.getEncoder(), CaseWithdrawn.getDecoder());

    byte[] bytes = serde.serializer().serialize("store", EVENT);

    assertThat(serde.deserializer().deserialize("store", bytes)).isEqualTo(EVENT);
    assertThat(serde.serializer().serialize("store", null)).isNull();
  }
}
