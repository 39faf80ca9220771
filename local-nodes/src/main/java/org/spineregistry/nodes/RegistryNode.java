package org.spineregistry.nodes;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.spineregistry.nodes.port.PortCheck;
import org.spineregistry.nodes.process.JavaCommand;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;

/** Apicurio Registry in a child JVM, on loopback only. */
public final class RegistryNode {
  private final RegistrySettings settings;
  private final ManagedProcess process;

  /**
   * Nothing is started yet; the group stops the registry at the latest.
   *
   * @throws org.spineregistry.nodes.process.ProcessFailure if the archive is not there
   */
  public RegistryNode(RegistrySettings settings, ProcessGroup group) {
    this.settings = settings;
    this.process = group.process(spec(settings));
  }

  /** Starts it and returns when it answers; errors as in {@link KafkaNode#start}. */
  public void start() {
    PortCheck.requireFree(Map.of("schema registry", settings.port()));
    process.start();
  }

  /** Base of the API that Confluent's clients speak: value for {@code schema.registry.url}. */
  public String url() {
    return baseUrl() + "/apis/ccompat/v7";
  }

  /** To stop, kill, pause or restart it. */
  public ManagedProcess process() {
    return process;
  }

  private String baseUrl() {
    return "http://127.0.0.1:" + settings.port();
  }

  private ProcessSpec spec(RegistrySettings registry) {
    String jar = new ApicurioArchive(registry.archive()).runnerJar().toString();
    JavaCommand command =
        JavaCommand.of("io.quarkus.runner.GeneratedMain")
            .withClassPath(jar)
            .withHeap(registry.maxHeapMegabytes())
            // it lives on few requests: the second compiler would cost more than it gives
            .withOptions("-XX:TieredStopAtLevel=1")
            .withOptions(RegistryOptions.of(registry));
    return ProcessSpec.of("schema registry", command.toList(), registry.log())
        .readyWhen(Readiness.http(URI.create(baseUrl() + "/health/ready")))
        .withLimits(Duration.ofSeconds(90), Duration.ofSeconds(15));
  }
}
