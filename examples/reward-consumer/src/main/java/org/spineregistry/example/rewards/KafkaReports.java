package org.spineregistry.example.rewards;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.spineregistry.event.RewardSettled;

/** Reports on {@code spine.reward.settled.v1}, keyed by payout. */
final class KafkaReports implements Reports, AutoCloseable {
  private final KafkaProducer<String, RewardSettled> producer;
  private final String topic;

  KafkaReports(KafkaProducer<String, RewardSettled> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  @Override
  public void send(List<RewardSettled> reports) throws InterruptedException {
    List<Future<RecordMetadata>> sent =
        reports.stream()
            .map(report -> producer.send(new ProducerRecord<>(topic, report.getPayoutId(), report)))
            .toList();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new KafkaException("cannot report on " + topic, e.getCause());
      }
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
