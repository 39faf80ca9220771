package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.BrokerFault;
import org.spineregistry.nodes.process.ProcessGroup;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegistryNodeIT {
  private static final String AGE = "{'name':'age','type':'int'}";
  private static final String SITE = "{'name':'site','type':'string'}";

  private final ProcessGroup group = ProcessGroup.open();
  private RegistryNode registry;
  private HttpJson client;

  @BeforeAll
  void startRegistry(@TempDir Path root) {
    registry = new RegistryNode(RegistrySettings.under(root, new FreePort()), group);
    registry.start();
    client = new HttpJson(registry.url());
  }

  @AfterAll
  void closeGroup() {
    group.close();
  }

  @Test
  void keepsSchemaIdsAfterKill9RightAfterTheAnswer() {
    String age = client.register("killed-value", AGE).body();
    String site = client.register("killed-other-value", SITE).body();

    new BrokerFault(registry.process()).crashAndRestart();

    assertThat(client.register("killed-value", AGE).body())
        .matches("\\{\"id\":\\d+}")
        .isEqualTo(age);
    assertThat(client.get("/schemas/ids/" + id(site)).body())
        .contains("site")
        .doesNotContain("age");
    assertThat(client.register("killed-value", AGE + "," + SITE).body()).isNotIn(age, site);
  }

  @Test
  void keepsSchemaIdsAndCompatibilityAfterAStopThatLeavesNoProcess() {
    String both = client.register("stopped-value", SITE + "," + AGE).body();
    client.call("PUT", "/config/stopped-value", "{\"compatibility\":\"FULL_TRANSITIVE\"}");
    long pid = registry.process().pid();

    registry.process().stop();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    registry.start();
    assertThat(client.get("/subjects").body()).contains("stopped-value");
    assertThat(client.register("stopped-value", SITE + "," + AGE).body()).isEqualTo(both);
    assertThat(client.register("stopped-value", SITE + ",{'name':'sex','type':'string'}").status())
        .as("a field without a default is no compatible change")
        .isEqualTo(409);
  }

  @Test
  void forgetsEverythingInMemoryAndWritesNoFile(@TempDir Path root) {
    RegistryNode memory = new RegistryNode(RegistrySettings.inMemory(root, new FreePort()), group);
    memory.start();
    HttpJson requests = new HttpJson(memory.url());
    requests.register("cases-value", AGE);

    memory.process().kill();
    memory.start();

    assertThat(requests.get("/subjects").body()).isEqualTo("[]");
    assertThat(root.resolve("data")).doesNotExist();
    assertThat(memory.process().spec().log())
        .as("no request appears in the log")
        .content()
        .doesNotContain("cases-value");
    memory.process().stop();
  }

  private static String id(String answer) {
    return answer.replaceAll("\\D", "");
  }
}
