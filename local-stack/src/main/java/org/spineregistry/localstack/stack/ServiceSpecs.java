package org.spineregistry.localstack.stack;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.spineregistry.nodes.process.JavaCommand;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;

/** How each service is started: its jar, its environment, its health address. */
final class ServiceSpecs {
  private static final String REWARDS = "config/rewards/policy-v1.json";
  private static final Duration START = Duration.ofSeconds(120);
  private static final Duration STOP = Duration.ofSeconds(25);

  private final StackSettings settings;
  private final Path project;

  ServiceSpecs(StackSettings settings, Path project) {
    this.settings = settings;
    this.project = project;
  }

  ProcessSpec of(Service service) {
    BuiltJar jar = BuiltJar.of(project, service.title());
    JavaCommand command =
        JavaCommand.of(jar.mainClass())
            .withClassPath(jar.file().toString())
            .withHeap(service.heapMegabytes());
    if (service != Service.CERTIFICATION) {
      // short work: the second compiler would cost more than it gives
      command = command.withOptions("-XX:TieredStopAtLevel=1");
    }
    URI ready =
        URI.create("http://127.0.0.1:" + settings.ports().of(service) + "/health/readiness");
    return ProcessSpec.of(service.title(), command.toList(), settings.data().log(service.title()))
        .withEnvironment(environment(service))
        .readyWhen(Readiness.http(ready))
        .withLimits(START, STOP);
  }

  Map<String, String> environment(Service service) {
    Keys keys = settings.keys();
    Map<String, String> environment = new HashMap<>();
    environment.put("SPINE_HTTP_PORT", Integer.toString(settings.ports().of(service)));
    environment.put("SPINE_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + settings.ports().kafka());
    environment.put("SPINE_REGISTRY_URL", settings.registryUrl());
    environment.put("SPINE_STATE_DIR", settings.data().state(service).toString());
    environment.put("SPINE_ARTIFACTS_DIR", settings.data().artifacts().toString());
    switch (service) {
      case CERTIFICATION -> {
        environment.put("SPINE_SIGNING_KEY_FILE", keys.signingKey().toString());
        environment.put("SPINE_SEED_FILE", keys.seedFile().toString());
        environment.put("SPINE_COHORT_KEY_FILE", keys.cohortKey().toString());
      }
      case PUBLISHER -> {
        environment.put("SPINE_SOLANA_ENDPOINTS", settings.rpcUrl());
        environment.put("SPINE_PUBLISHER_KEY_FILE", keys.publisherKey().toString());
        environment.put("SPINE_REWARD_POLICY_FILES", project.resolve(REWARDS).toString());
      }
      default -> {
        // nothing of its own
      }
    }
    environment.putAll(settings.environment());
    return environment;
  }
}
