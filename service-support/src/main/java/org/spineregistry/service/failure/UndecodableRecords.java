package org.spineregistry.service.failure;

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

  private DeadLetters letters;

  @Override
  public void configure(Map<String, ?> settings) {
    letters = (DeadLetters) settings.get(DEAD_LETTERS);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
    DecodingFault fault = DecodingFault.of(exception);
    if (fault.registryAtFault()) {
      return Response.fail();
    }
    LOGGER
        .atWarn()
        .addKeyValue("topic", record.topic())
        .addKeyValue("partition", record.partition())
        .addKeyValue("offset", record.offset())
        .addKeyValue("code", fault.code())
        .log("record became a dead letter");
    return Response.resume(
        List.of(letters.letter(record, fault.code(), "DESERIALIZATION", exception)));
  }
}
