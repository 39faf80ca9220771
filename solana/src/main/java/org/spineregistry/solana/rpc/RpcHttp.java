package org.spineregistry.solana.rpc;

import java.time.Clock;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** The HTTP client that every endpoint uses. */
final class RpcHttp {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

  private RpcHttp() {}

  static OkHttpClient.Builder client(Duration callTimeout) {
    return new OkHttpClient.Builder()
        .addInterceptor(new FailureInterceptor(Clock.systemUTC()))
        .retryOnConnectionFailure(
            false) // otherwise OkHttp repeats a POST after a cut connection, and nobody knows
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(Duration.ZERO) // the time-out of the whole call is the one that counts
        .callTimeout(callTimeout);
  }
}
