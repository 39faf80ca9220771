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
import java.util.stream.IntStream;
import org.spineregistry.cli.UserProblem;

/**
 * Posts cases as newline-delimited JSON. Sending again is harmless, so a part without an answer is
 * tried again.
 */
final class IntakeClient {
  private static final String NDJSON = "application/x-ndjson";
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Set<Integer> TRY_AGAIN = Set.of(429, 502, 503, 504);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();
  private final String base;
  private final URI cases;
  private boolean seen;

  IntakeClient(String url) {
    if (!url.matches("https?://[^\\s/]+(/\\S*)?")) {
      throw UserProblem.input("--url: an http or https address");
    }
    base = url.replaceAll("/+$", "");
    cases = URI.create(base + "/v1/cases");
  }

  /**
   * Posts cases until each has an answer.
   *
   * @param lines one case each
   * @return one decided answer a line, in their order
   */
  List<Receipt> post(List<String> lines) throws InterruptedException {
    Receipt[] decided = new Receipt[lines.size()];
    List<Integer> open = open(decided);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!open.isEmpty()) {
      for (Receipt receipt : once(open.stream().map(lines::get).toList())) {
        if (receipt.decided() && receipt.line() >= 1 && receipt.line() <= open.size()) {
          decided[open.get(receipt.line() - 1)] = receipt;
        }
      }
      List<Integer> left = open(decided);
      if (left.size() < open.size()) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw UserProblem.input(
            "the intake at %s leaves %d of %d cases without an answer; send the file again"
                .formatted(base, left.size(), decided.length));
      }
      if (!left.isEmpty()) {
        Thread.sleep(PAUSE.toMillis());
      }
      open = left;
    }
    return List.of(decided);
  }

  private static List<Integer> open(Receipt[] decided) {
    return IntStream.range(0, decided.length).filter(i -> decided[i] == null).boxed().toList();
  }

  /** One request; no answer is an empty list. */
  private List<Receipt> once(List<String> lines) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(cases)
            .timeout(ANSWER)
            .header("Content-Type", NDJSON)
            .header("Accept", NDJSON)
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines) + "\n"))
            .build();
    HttpResponse<String> response = send(request);
    if (response == null || TRY_AGAIN.contains(response.statusCode())) {
      return List.of();
    }
    if (response.statusCode() != 200) {
      throw UserProblem.input(
          "the intake at %s refused the request with status %d"
              .formatted(base, response.statusCode()));
    }
    seen = true;
    return receipts(response.body());
  }

  /**
   * @return null when there was no answer and it is worth trying again
   */
  private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (ConnectException e) {
      if (!seen) {
        throw UserProblem.input("there is no intake at " + base);
      }
      return null; // it was there: somebody restarts it
    } catch (IOException e) {
      return null;
    }
  }

  private List<Receipt> receipts(String body) {
    List<Receipt> receipts = new ArrayList<>();
    try {
      for (String line : body.lines().filter(l -> !l.isBlank()).toList()) {
        receipts.add(Receipt.of(JSON.readTree(line)));
      }
    } catch (JsonProcessingException e) {
      throw UserProblem.input("what answers at " + base + " is no intake");
    }
    return receipts;
  }
}
