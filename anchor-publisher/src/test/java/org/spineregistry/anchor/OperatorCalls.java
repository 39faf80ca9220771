package org.spineregistry.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** An operator who rules on payouts, says what the token costs and has decisions written again. */
final class OperatorCalls {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI server;

  OperatorCalls(URI server) {
    this.server = server;
  }

  /** What a ruling did, when it was applied. */
  JsonNode applied(String rulingId, String action, String target, String targetId, String cause)
      throws Exception {
    String body =
        """
        {"rulingId": "%s", "action": "%s", "target": "%s", "targetId": "%s", "cause": "%s"}
        """
            .formatted(rulingId, action, target, targetId, cause);
    for (int twice = 0; twice < 2; twice++) {
      assertThat(post(body).statusCode()).isEqualTo(202);
    }
    URI outcome = server.resolve("/v1/rulings/" + rulingId);
    await().atMost(LIMIT).until(() -> send(HttpRequest.newBuilder(outcome)).statusCode() == 200);
    return JSON.readTree(send(HttpRequest.newBuilder(outcome)).body());
  }

  /** What is wrong with a ruling. */
  JsonNode refused(String body) throws Exception {
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).doesNotContain("Exception");
    return JSON.readTree(answer.body());
  }

  /** Says what the token costs. */
  void quotes(String priceId, String usdPerToken, Instant quotedAt) throws Exception {
    String body =
        """
        {"priceId": "%s", "usdPerToken": "%s", "source": "a test", "quotedAt": "%s"}
        """
            .formatted(priceId, usdPerToken, quotedAt);
    assertThat(post("/v1/prices", body).statusCode()).isEqualTo(202);
  }

  /** What is wrong with a price. */
  JsonNode refusedPrice(String body) throws Exception {
    HttpResponse<String> answer = post("/v1/prices", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    return JSON.readTree(answer.body());
  }

  /** How many decisions were written again. */
  int replayed(String body) throws Exception {
    HttpResponse<String> answer = post("/v1/rewards/replays", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("records").asInt();
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return post("/v1/rulings", body);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
