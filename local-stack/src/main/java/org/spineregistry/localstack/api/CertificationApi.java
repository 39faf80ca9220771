package org.spineregistry.localstack.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The certification service's own view of cycles and registries. */
public final class CertificationApi {
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String base;

  /**
   * @param base address of the service, without a slash at the end
   */
  public CertificationApi(String base) {
    this.base = base;
  }

  /**
   * All cycles of a campaign by rising threshold.
   *
   * @throws NotAnswering when the service cannot say now
   */
  public List<Cycle> cycles(String campaignId) throws NotAnswering, InterruptedException {
    List<Cycle> cycles = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = get("/v1/cycles?limit=100&campaign=" + campaignId + after);
      for (JsonNode cycle : page.path("cycles")) {
        cycles.add(JSON.convertValue(cycle, Cycle.class));
      }
      after = page.hasNonNull("next") ? "&after=" + page.get("next").asText() : "";
    } while (!after.isEmpty());
    cycles.sort(
        Comparator.comparing(Cycle::threshold, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Cycle::cycleId));
    return cycles;
  }

  /** The size of one campaign. */
  public RegistrySize registry(String campaignId) throws NotAnswering, InterruptedException {
    for (JsonNode campaign : get("/v1/registry").path("campaigns")) {
      if (campaignId.equals(campaign.path("campaignId").asText())) {
        return JSON.convertValue(campaign, RegistrySize.class);
      }
    }
    return RegistrySize.empty(campaignId);
  }

  private JsonNode get(String path) throws NotAnswering, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path)).timeout(ANSWER).GET().build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new NotAnswering("status " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new NotAnswering("no connection");
    }
  }
}
