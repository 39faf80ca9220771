package org.spineregistry.service.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

class DeadLetterMetricsTest {
  private static final String SPEC = "DeadLetterMetricsTest";

  private final ApplicationContext context =
      ApplicationContext.run(
          Map.of("spec", SPEC, "spine.registry.url", "mock://DeadLetterMetricsTest"));

  private final DeadLetters letters = context.getBean(DeadLetters.class);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void everyLetterOfAServiceIsCountedByTopicAndCode() {
    letter("spine.case.submitted.v1", "NOT_DECODABLE");
    letter("spine.case.submitted.v1", "NOT_DECODABLE");
    letter("spine.case.submitted.v1", "UNKNOWN_SCHEMA");
    letter("spine.case.accepted.v1", "NOT_DECODABLE");

    assertThat(count("spine.case.submitted.v1", "NOT_DECODABLE")).isEqualTo(2);
    assertThat(count("spine.case.submitted.v1", "UNKNOWN_SCHEMA")).isEqualTo(1);
    assertThat(count("spine.case.accepted.v1", "NOT_DECODABLE")).isEqualTo(1);
  }

  private void letter(String topic, String code) {
    letters.letter(new ConsumerRecord<>(topic, 0, 1, "key", "value"), code, "TEST", null);
  }

  private double count(String topic, String code) {
    Counter counter =
        context
            .getBean(MeterRegistry.class)
            .get("spine.dead.letters")
            .tag("topic", topic)
            .tag("code", code)
            .counter();
    return counter.count();
  }

  /** As the factories of the services make them: nobody mentions a meter registry. */
  @Factory
  @Requires(property = "spec", value = SPEC)
  static final class Letters {
    @Singleton
    DeadLetters letters(TopicNames names) {
      return new DeadLetters("test", names, SpineSerdes.registering("mock://" + SPEC));
    }
  }
}
