package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;
import static org.spineregistry.schemas.topic.Topics.SETTLEMENT_INTENT;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.topic.TopicNames;

class KafkaSettlementLogTest {
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaSettlementLog log =
      new KafkaSettlementLog(producer, null, TopicNames.plain(), Certified.SERDES);
  private final Batch signed = signed(BigInteger.TEN);

  KafkaSettlementLogTest() {
    producer.initTransactions();
  }

  private static Batch signed(BigInteger paid) {
    Share share = new Share("payout", 1, BigInteger.TEN, paid);
    Payment payment = new Payment("beneficiary", List.of(share));
    Batch planned =
        Batches.planned(List.of(new ReadyPayment(payment, true)), "genesis", "mint", Certified.AT);
    return Batches.signed(
        planned,
        AnchorAttempt.newBuilder()
            .setSignature("signature")
            .setTransaction("AA==")
            .setPublisher("payer")
            .setSignedAtSlot(1)
            .setLastValidBlockHeight(151)
            .build(),
        Certified.AT);
  }

  private static String text(ProducerRecord<byte[], byte[]> record, String header) {
    return EventHeaders.text(record.headers(), header).orElseThrow();
  }

  @Test
  void theEndOfABatchAndTheReportsOnItsPayoutsAreOneTransaction() {
    Batch ended = Batches.finalized(signed, "signature", 7, Certified.AT);
    log.finish(List.of(ended), Reports.of(ended));

    assertThat(producer.commitCount()).isOne();
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly(SETTLEMENT_INTENT.name(), REWARD_SETTLED.name());
    ProducerRecord<byte[], byte[]> record = producer.history().get(1);
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("payout");
    assertThat(text(record, EventHeaders.SOURCE)).isEqualTo("anchor-publisher");
    RewardSettled report =
        Certified.SERDES
            .<RewardSettled>event()
            .deserializer()
            .deserialize(record.topic(), record.value());
    assertThat(report).isEqualTo(Reports.of(ended).get(0));
    assertThat(report.getAmountBaseUnits()).isEqualTo("10");
    assertThat(report.getSignature()).isEqualTo("signature");
  }

  @Test
  void aReportHasAnIdThatFollowsFromPayoutAndVersion() {
    Batch ended = Batches.finalized(signed, "signature", 7, Certified.AT);
    log.finish(List.of(ended), Reports.of(ended));
    log.finish(List.of(ended), Reports.of(ended));

    assertThat(text(producer.history().get(1), EventHeaders.ID))
        .isEqualTo(text(producer.history().get(3), EventHeaders.ID));
  }

  @Test
  void aBatchIsAnotherOneWhenAnythingThatItPaysIs() {
    assertThat(signed(BigInteger.TEN).subject()).isEqualTo(signed.subject());
    assertThat(signed(BigInteger.ONE).subject()).isNotEqualTo(signed.subject());
  }

  @Test
  void aFencedProducerWritesNothingMore() {
    producer.fenceProducer();

    assertThatThrownBy(() -> log.save(List.of(signed))).isInstanceOf(ProducerFencedException.class);
    assertThat(producer.history()).isEmpty();
  }
}
