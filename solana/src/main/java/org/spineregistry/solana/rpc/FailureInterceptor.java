package org.spineregistry.solana.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads every answer once and turns whatever is not a JSON-RPC result into an {@link RpcFailure}.
 * solanaj would keep only a sentence of it, and after a refused TLS handshake would replace our
 * HTTP client by a default one.
 */
final class FailureInterceptor implements Interceptor {
  private static final long MAX_BODY = 8L << 20;
  private static final MediaType JSON_TYPE = MediaType.get("application/json; charset=utf-8");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RetryAfter retryAfter;

  FailureInterceptor(Clock clock) {
    retryAfter = new RetryAfter(clock);
  }

  @Override
  public Response intercept(Chain chain) {
    // solanaj asks for gzip and decodes it with the platform's charset; without its header OkHttp
    // does both, rightly
    Request request = chain.request().newBuilder().removeHeader("Accept-Encoding").build();
    Response response;
    byte[] body;
    try {
      response = chain.proceed(request);
      body = read(response);
    } catch (IOException e) {
      throw RpcFailure.noAnswer(e);
    }
    check(response, parse(body));
    return response.newBuilder().body(ResponseBody.create(body, JSON_TYPE)).build();
  }

  private void check(Response response, JsonNode json) {
    Duration pause = retryAfter.parse(response.header("Retry-After"));
    JsonNode error = json == null ? null : json.get("error");
    if (error != null && error.isObject()) {
      String message = error.path("message").asText();
      throw new RpcFailure(
          message, response.code(), error.path("code").asInt(), error.get("data"), pause, null);
    }
    if (!response.isSuccessful() || json == null || !json.has("result")) {
      throw new RpcFailure(
          "HTTP " + response.code() + " without a JSON-RPC answer",
          response.code(),
          null,
          null,
          pause,
          null);
    }
  }

  private static byte[] read(Response response) throws IOException {
    try (ResponseBody body = response.body()) {
      if (body.source().request(MAX_BODY + 1)) {
        throw new IOException("answer larger than " + MAX_BODY + " bytes");
      }
      return body.bytes();
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json != null && json.isObject() ? json : null;
    } catch (IOException noJson) {
      return null;
    }
  }
}
