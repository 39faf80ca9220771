package org.spineregistry.localstack.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What the anchor publisher hands out. */
public final class AnchorApi {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String base;

  /**
   * @param base address of the service, without a slash at the end
   */
  public AnchorApi(String base) {
    this.base = base;
  }

  /**
   * The proof bundle of an anchored certificate.
   *
   * @param sha256 of the certificate file
   * @throws NotAnswering when there is none, or the service cannot say now
   */
  public byte[] proof(String sha256) throws NotAnswering, InterruptedException {
    URI address = URI.create(base + "/v1/anchors/" + sha256 + "/proof");
    HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).GET().build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new NotAnswering("status " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new NotAnswering("no connection");
    }
  }
}
