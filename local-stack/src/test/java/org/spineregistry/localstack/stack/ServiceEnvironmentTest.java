package org.spineregistry.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The launcher sets what the services read: a variable that a service does not know would change
 * nothing, silently.
 */
class ServiceEnvironmentTest {
  /** Given to all for simplicity, read by those that need them. */
  private static final Set<String> SHARED =
      Set.of(
          "SPINE_KAFKA_BOOTSTRAP_SERVERS",
          "SPINE_REGISTRY_URL",
          "SPINE_STATE_DIR",
          "SPINE_ARTIFACTS_DIR");

  @ParameterizedTest
  @EnumSource(Service.class)
  void everyVariableIsOneThatTheServiceReads(Service service) throws IOException {
    Path project = Project.root();
    StackSettings settings =
        StackSettings.of(new DataDir(Path.of("target/none")), new Ports(20_000));
    Map<String, String> environment = new ServiceSpecs(settings, project).environment(service);
    String read =
        Files.readString(
            project.resolve(service.title()).resolve("src/main/resources/application.yml"));
    assertThat(environment.keySet())
        .filteredOn(name -> !SHARED.contains(name))
        .isNotEmpty()
        .allMatch(name -> read.contains("${" + name + ":"));
  }
}
