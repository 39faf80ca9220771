package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.settlement.plan.Coin;
import org.spineregistry.anchor.settlement.plan.Dues;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.anchor.settlement.plan.Plan;
import org.spineregistry.anchor.settlement.plan.SettlementProblem;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

class SettlementInputTest {
  private static final byte[] POISON = {0, 1, 2};

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
  private final Dues dues = new Dues();
  private final SettlementInput input =
      new SettlementInput(consumer, TopicNames.plain(), Certified.SERDES, dues);
  private long offset;

  SettlementInputTest() {
    Map<TopicPartition, Long> begin =
        consumer.assignment().stream().collect(Collectors.toMap(p -> p, p -> 0L));
    consumer.updateBeginningOffsets(begin);
    consumer.updateEndOffsets(begin);
  }

  private void arrives(Topic topic, byte[] value) {
    consumer.addRecord(new ConsumerRecord<>(topic.name(), 0, offset++, "key", value));
    consumer.updateEndOffsets(Map.of(new TopicPartition(topic.name(), 0), offset));
  }

  private static byte[] bytes(Topic topic, SpecificRecord event) {
    return Certified.SERDES.<SpecificRecord>event().serializer().serialize(topic.name(), event);
  }

  private int payments() {
    return Plan.of(dues, Map.of(), new Coin(null, 9), beneficiary -> true).payments().size();
  }

  @Test
  void decisionsAreTakenInFromTheBeginningUntilThereAreNoMore() {
    arrives(REWARD_GRANTED, bytes(REWARD_GRANTED, Grants.approved("p1", "a", 10)));
    assertThat(input.current()).isFalse();
    input.poll(Duration.ZERO);
    assertThat(input.current()).isTrue();
    assertThat(payments()).isOne();
  }

  @Test
  void aDecisionThatCannotBeReadStopsThePayer() {
    arrives(REWARD_GRANTED, POISON);
    assertThatThrownBy(() -> input.poll(Duration.ZERO))
        .isInstanceOf(SettlementProblem.class)
        .hasMessage("record spine.reward.granted.v1-0@0 cannot be read");
  }

  @Test
  void aReportThatCannotBeReadIsPassedOver() {
    arrives(REWARD_SETTLED, POISON);
    arrives(REWARD_SETTLED, null);
    input.poll(Duration.ZERO);
    assertThat(input.current()).isTrue();
    assertThat(payments()).isZero();
  }
}
