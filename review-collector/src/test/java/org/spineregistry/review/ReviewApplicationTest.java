package org.spineregistry.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process as an operator sees it, with the settings of {@code application.yml}. */
class ReviewApplicationTest {
  /** What the compose file sets; -1 lets the system choose a port. */
  private static final Map<String, Object> ENVIRONMENT =
      Map.of("SPINE_HTTP_HOST", "127.0.0.1", "SPINE_HTTP_PORT", "-1");

  private static EmbeddedServer server;

  @BeforeAll
  static void start() {
    server = ApplicationContext.run(EmbeddedServer.class, ENVIRONMENT);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health/liveness", "/health/readiness"})
  void isUpWithoutAnyDependency(String probe) throws Exception {
    HttpResponse<String> answer = get(probe);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"status\":\"UP\"");
  }

  @Test
  void theHealthAnswerNamesTheComponentAndItsCondition() throws Exception {
    assertThat(get("/health").body())
        .contains("review-collector")
        .contains("\"condition\":\"WORKING\"");
  }

  @Test
  void exportsTheMetricsThatAlertsAndDashboardsUse() throws Exception {
    HttpResponse<String> page = get("/prometheus");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "spine_component_condition{component=\"review-collector\",condition=\"WORKING\"} 1.0");
    assertThat(declaredMetrics()).isNotEmpty();
    assertThat(page.body().lines()).anySatisfy(line -> assertThat(line).startsWith("jvm_"));
    for (String metric : declaredMetrics()) {
      assertThat(page.body().lines())
          .as(metric)
          .anyMatch(line -> line.startsWith(metric + " ") || line.startsWith(metric + "{"));
    }
  }

  @Test
  void theAddressAndPortComeFromTheEnvironment() {
    assertThat(server.getPort()).isPositive().isNotEqualTo(8085);
    assertThat(server.getHost()).isEqualTo("127.0.0.1");
  }

  @Test
  void hasNoReviewsApiBeforeReviewsExist() throws Exception {
    assertThat(get("/v1/reviews/status").statusCode()).isEqualTo(404);
  }

  /** The lines of this service, and of every service, in the list that the compose check reads. */
  private static List<String> declaredMetrics() throws IOException {
    return Files.readAllLines(Path.of("..", "ops", "metrics.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\\s+"))
        .filter(words -> words[0].equals("*") || words[0].equals("review-collector"))
        .map(words -> words[1])
        .toList();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
