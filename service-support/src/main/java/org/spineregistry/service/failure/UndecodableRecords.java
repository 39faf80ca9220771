package org.spineregistry.service.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bytes that are not what the topic promises become a dead letter, in the transaction of the task,
 * and the stream goes on. When the registry is at fault instead of the bytes, nothing is skipped:
 * the task fails and is tried again.
 */
public final class UndecodableRecords implements DeserializationExceptionHandler {
  /** Setting that carries the {@link DeadLetters} of the service. */
  public static final String DEAD_LETTERS = "spine.dead.letters";

  private static final Logger LOGGER = LoggerFactory.getLogger(UndecodableRecords.class);
  private static final int NOT_FOUND = 404;

  private DeadLetters letters;

  @Override
  public void configure(Map<String, ?> settings) {
    letters = (DeadLetters) settings.get(DEAD_LETTERS);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    RestClientException answer = causeOf(exception, RestClientException.class);
    boolean unknownSchema = answer != null && answer.getStatus() == NOT_FOUND;
    boolean registryAtFault =
        !unknownSchema && (answer != null || causeOf(exception, IOException.class) != null);
    if (registryAtFault && !isAvroEof(exception)) {
      return Response.fail();
    }
    String code = unknownSchema ? "UNKNOWN_SCHEMA" : "NOT_DECODABLE";
    LOGGER
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("code", code)
        .log("record became a dead letter");
    return Response.resume(List.of(letters.letter(record, code, "DESERIALIZATION", exception)));
  }

  /**
   * Truncated Avro ends in an EOFException, which is an IOException that says nothing about the
   * registry.
   */
  private static boolean isAvroEof(Throwable exception) {
    return causeOf(exception, java.io.EOFException.class) != null;
  }

  private static <T extends Throwable> T causeOf(Throwable exception, Class<T> type) {
    for (Throwable t = exception; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}
