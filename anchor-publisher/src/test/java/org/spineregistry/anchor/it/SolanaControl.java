package org.spineregistry.anchor.it;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Control of the local Solana server: faults, and what really stands on the chain. */
public final class SolanaControl {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI control;

  public SolanaControl(String url) {
    control = URI.create(url + "/control");
  }

  /**
   * @param operation the body, for example {@code Map.of("op", "dropNext", "count", 2)}
   */
  public JsonNode call(Map<String, Object> operation) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(control)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(operation)))
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.body());
      }
      return JSON.readTree(answer.body()).get("ok");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public void clear() {
    call(Map.of("op", "clear"));
  }

  /** How often a memo stands on the chain, in transactions that did not fail. */
  public long memos(String text) {
    return count(text, true);
  }

  /** How often a memo stands on the chain in a transaction that failed. */
  public long failedMemos(String text) {
    return count(text, false);
  }

  /** How often each memo stands on the chain, in transactions that did not fail. */
  public Map<String, Long> succeeded() {
    return StreamSupport.stream(call(Map.of("op", "memos")).spliterator(), false)
        .filter(memo -> memo.path("err").isNull())
        .collect(groupingBy(SolanaControl::text, counting()));
  }

  /** The slot of the chain. */
  public long slot() {
    return call(Map.of("op", "stats")).path("slot").asLong();
  }

  /** Without the length in brackets that the protocol puts before it. */
  private static String text(JsonNode memo) {
    return memo.path("memo").asText().replaceFirst("^\\[[0-9]+] ", "");
  }

  private long count(String text, boolean succeeded) {
    JsonNode memos = call(Map.of("op", "memos"));
    return StreamSupport.stream(memos.spliterator(), false)
        .filter(memo -> memo.path("memo").asText().contains(text))
        .filter(memo -> succeeded == memo.path("err").isNull())
        .count();
  }
}
