package org.spineregistry.service.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Why a record could not be decoded.
 *
 * @param registryAtFault the schema registry did not answer, so nothing is known about the record:
 *     try again, skip nothing
 * @param code code for a dead letter
 */
public record DecodingFault(boolean registryAtFault, String code) {
  private static final int NOT_FOUND = 404;

  public static DecodingFault of(Throwable exception) {
    RestClientException answer = causeOf(exception, RestClientException.class);
    boolean unknownSchema = answer != null && answer.getStatus() == NOT_FOUND;
    boolean unreachable =
        !unknownSchema && (answer != null || causeOf(exception, IOException.class) != null);
    // truncated Avro ends in an EOFException, which is an IOException that says nothing about the
    // registry
    boolean truncated = causeOf(exception, EOFException.class) != null;
    return new DecodingFault(unreachable && !truncated, code(exception, unknownSchema));
  }

  private static String code(Throwable exception, boolean unknownSchema) {
    if (causeOf(exception, RecordTooLargeException.class) != null) {
      return "TOO_LARGE";
    }
    return unknownSchema ? "UNKNOWN_SCHEMA" : "NOT_DECODABLE";
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
