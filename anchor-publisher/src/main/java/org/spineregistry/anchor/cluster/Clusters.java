package org.spineregistry.anchor.cluster;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.rpc.SolanaRpc;

/** Puts endpoints behind their guards. */
public final class Clusters {
  private Clusters() {}

  /** The configured endpoints, named {@code endpoint-1}, {@code endpoint-2} and so on. */
  public static List<Endpoint> configured(SolanaSettings settings) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (String url : settings.endpoints()) {
      String name = "endpoint-" + (endpoints.size() + 1);
      try {
        endpoints.add(
            settings.within(new RpcEndpoint(new SolanaRpc(name, url, settings.timeout()))));
      } catch (IllegalArgumentException e) {
        throw new ConfigurationProblem("spine.solana.endpoints", e.getMessage());
      }
    }
    return endpoints;
  }

  /**
   * @param metrics counts failed calls by endpoint
   */
  public static Cluster guarded(List<Endpoint> endpoints, Clock clock, MeterRegistry metrics) {
    return new Cluster(
        endpoints.stream()
            .map(
                endpoint ->
                    new GuardedEndpoint(
                        endpoint,
                        new Pause(clock, () -> ThreadLocalRandom.current().nextDouble()),
                        metrics.counter("spine.solana.errors", "endpoint", endpoint.name())
                            ::increment))
            .toList());
  }
}
