package org.spineregistry.service.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Response;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

class UndecodableRecordsTest {
  private static final String MARKER = "MARKER-7731";
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://UndecodableRecords");
  private final UndecodableRecords handler = new UndecodableRecords();
  private final ConsumerRecord<byte[], byte[]> record =
      new ConsumerRecord<>(
          "spine.case.submitted.v1",
          3,
          42L,
          MARKER.getBytes(StandardCharsets.UTF_8),
          MARKER.getBytes(StandardCharsets.UTF_8));

  @BeforeEach
  void configure() {
    handler.configure(
        Map.of(
            UndecodableRecords.DEAD_LETTERS,
            new DeadLetters("test-service", TopicNames.plain(), SERDES)));
  }

  @Test
  void bytesThatAreNotTheSchemaBecomeADeadLetterWithCoordinatesOnly() {
    record.headers().add(EventHeaders.TRACE_PARENT, MARKER.getBytes(StandardCharsets.UTF_8));

    Response response =
        handler.handleError(null, record, new SerializationException("quotes " + MARKER));

    assertThat(response.result()).isEqualTo(Result.RESUME);
    ProducerRecord<byte[], byte[]> letter = response.deadLetterQueueRecords().get(0);
    assertThat(new String(letter.value(), StandardCharsets.ISO_8859_1)).doesNotContain(MARKER);
    DeadLetter content = read(letter);
    assertThat(content.getTopic()).isEqualTo("spine.case.submitted.v1");
    assertThat(content.getPartition()).isEqualTo(3);
    assertThat(content.getOffset()).isEqualTo(42);
    assertThat(content.getReasonCode()).isEqualTo("NOT_DECODABLE");
    assertThat(content.getTraceparent()).isNull();
  }

  @Test
  void aWellFormedTraceContextIsKept() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    record.headers().add(EventHeaders.TRACE_PARENT, trace.getBytes(StandardCharsets.UTF_8));

    Response response = handler.handleError(null, record, new SerializationException());

    assertThat(read(response.deadLetterQueueRecords().get(0)).getTraceparent()).isEqualTo(trace);
  }

  @Test
  void aSchemaThatTheRegistryDoesNotKnowBecomesADeadLetter() {
    Response response =
        handler.handleError(
            null,
            record,
            new SerializationException(new RestClientException("not found", 404, 40403)));

    assertThat(read(response.deadLetterQueueRecords().get(0)).getReasonCode())
        .isEqualTo("UNKNOWN_SCHEMA");
  }

  @Test
  void aTruncatedRecordBecomesADeadLetter() {
    Response response =
        handler.handleError(null, record, new SerializationException(new EOFException()));

    assertThat(response.result()).isEqualTo(Result.RESUME);
  }

  @Test
  void nothingIsSkippedWhileTheRegistryIsAtFault() {
    assertThat(
            handler
                .handleError(null, record, new SerializationException(new ConnectException()))
                .result())
        .isEqualTo(Result.FAIL);
    assertThat(
            handler
                .handleError(
                    null,
                    record,
                    new SerializationException(new RestClientException("error", 500, 50001)))
                .result())
        .isEqualTo(Result.FAIL);
  }

  private static DeadLetter read(ProducerRecord<byte[], byte[]> letter) {
    return SERDES.<DeadLetter>event().deserializer().deserialize(letter.topic(), letter.value());
  }
}
