package org.spineregistry.cli.submit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spineregistry.cli.UserProblem;

/** Posts cases as newline-delimited JSON. Sending again is harmless, so a part without an answer is tried again. */
final class IntakeClient {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 6;
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String base;
  private final URI cases;

  IntakeClient(String url) {
    if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw UserProblem.input("--url: an http or https address");
    }
    base = url.replaceAll("/+$", "");
    cases = URI.create(base + "/v1/cases");
  }

  /**
   * @param lines one case each
   * @return one answer a line, in their order
   */
  List<Receipt> post(List<String> lines) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(cases)
            .timeout(ANSWER)
            .header("Content-Type", "application/x-ndjson")
            .header("Accept", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"))
            .build();
    for (int attempt = 1; ; attempt++) {
      HttpResponse<String> response = send(request, attempt);
      if (response != null && !TRY_AGAIN.contains(response.statusCode())) {
        return receipts(response, lines.size());
      }
      if (attempt == TRIES) {
        throw UserProblem.input(
            "the intake at %s %s"
                .formatted(
                    base,
                    response == null
                        ? "does not answer"
                        : "is not ready, status " + response.statusCode()));
      }
      Thread.sleep(PAUSE.multipliedBy(attempt).toMillis());
    }
  }

  /** @return null when there was no answer and it is worth trying again */
  private HttpResponse<String> send(HttpRequest request, int attempt)
      throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      if (attempt > 1) {
        return null;
      }
      throw UserProblem.input("there is no intake at " + base);
    } catch (IOException e) {
      return null;
    }
  }

  private List<Receipt> receipts(HttpResponse<String> response, int expected) {
    if (response.statusCode() != 200 && response.statusCode() != 207) {
      throw UserProblem.input(
          "the intake at %s refused the request with status %d"
              .formatted(base, response.statusCode()));
    }
    List<Receipt> receipts = new ArrayList<>();
    try {
      for (String line : response.body().lines().filter(l -> !l.isBlank()).toList()) {
        receipts.add(Receipt.of(JSON.readTree(line)));
      }
    } catch (JsonProcessingException e) {
      throw UserProblem.input("what answers at " + base + " is no intake");
    }
    if (receipts.size() != expected) {
      throw UserProblem.input(
          "the intake answered %d of %d cases; send the file again"
              .formatted(receipts.size(), expected));
    }
    return receipts;
  }
}
