package org.spineregistry.solana.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A call without a result: no answer, an answer that is no JSON-RPC, or a JSON-RPC error. It says
 * nothing about whether a transaction that was sent has landed. The message names no address of the
 * endpoint, because those carry keys.
 *
 * <p>Unchecked, because solanaj flattens every {@link java.io.IOException} into a sentence and lets
 * everything else through.
 */
public final class RpcFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int NO_ANSWER = 0;
  private static final int MAX_MESSAGE = 300;

  /**
   * Block not available, node unhealthy or behind, block status not available yet, minimum context
   * slot not reached.
   */
  private static final Set<Integer> TRANSIENT = Set.of(-32004, -32005, -32014, -32016);

  /** Rate limits that providers send with status 200, and an internal error of the node. */
  private static final Set<Integer> OVERLOADED = Set.of(429, -32429, -32603);

  private static final int PREFLIGHT_FAILED = -32002;

  private final int httpStatus;
  private final Integer code;
  private final transient JsonNode data;
  private final Duration retryAfter;

  RpcFailure(
      String message,
      int httpStatus,
      Integer code,
      JsonNode data,
      Duration retryAfter,
      Throwable cause) {
    super(message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE), cause);
    this.httpStatus = httpStatus;
    this.code = code;
    this.data = data;
    this.retryAfter = retryAfter;
  }

  static RpcFailure noAnswer(Throwable cause) {
    return new RpcFailure(
        "no answer: " + cause.getClass().getSimpleName(), NO_ANSWER, null, null, null, cause);
  }

  /** HTTP 200 with a result that does not have the documented shape. */
  static RpcFailure unexpectedShape(String method) {
    return new RpcFailure(
        method + ": the result does not have the documented shape", 200, null, null, null, null);
  }

  /** HTTP status of the answer, 0 when none arrived. */
  public int httpStatus() {
    return httpStatus;
  }

  /** JSON-RPC error code, empty when the answer was no JSON-RPC error. */
  public Optional<Integer> code() {
    return Optional.ofNullable(code);
  }

  /** JSON-RPC error data, for example {@code err} and {@code logs} of a refused preflight. */
  public Optional<JsonNode> data() {
    return Optional.ofNullable(data);
  }

  /** How long the server asks to wait. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Is the same call worth asking again? */
  public boolean retriable() {
    if (httpStatus == NO_ANSWER || httpStatus == 408 || httpStatus == 429 || httpStatus >= 500) {
      return true;
    }
    return code == null ? httpStatus == 200 : TRANSIENT.contains(code) || OVERLOADED.contains(code);
  }

  /**
   * The endpoint does not know the blockhash: too new for it, or expired. Retriable only while the
   * blockhash is young.
   */
  public boolean blockhashNotFound() {
    return code != null
        && code == PREFLIGHT_FAILED
        && data != null
        && "BlockhashNotFound".equals(data.path("err").asText());
  }
}
