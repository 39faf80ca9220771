package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.process.JavaCommand;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;
import org.spineregistry.nodes.process.Running;

class SharedClusterIT {
  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path folder;

  @BeforeEach
  void makeTargetFolder() throws IOException {
    Files.createDirectory(folder.resolve("target"));
  }

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void isSharedByAllTestsOfAJvm() {
    KafkaNode kafka = TestCluster.shared().kafka();

    assertThat(kafka.process().isAlive()).isTrue();
    assertThat(TestCluster.shared().kafka()).isSameAs(kafka);
    assertThat(TestCluster.shared().bootstrapServers()).isEqualTo(kafka.bootstrapServers());
  }

  @Test
  void stopsItsNodesAndDeletesTheirDataWhenTheJvmExits() throws IOException {
    ManagedProcess program = start("exit", "kafka");
    long kafka = pid(program, "kafka");

    await().atMost(Duration.ofSeconds(20)).until(() -> !program.isAlive());

    assertThat(Running.is(kafka)).isFalse();
    Path cluster = folder.resolve("target/test-cluster/" + program.pid());
    assertThat(cluster.resolve("logs/kafka.log")).isNotEmptyFile();
    assertThat(cluster.resolve("data")).doesNotExist();
  }

  @Test
  void leavesNoNodeBehindWhenTheJvmIsKilled() {
    ManagedProcess program = start("wait", "registry");
    long kafka = pid(program, "kafka");
    long registry = pid(program, "registry");
    assertThat(Running.is(kafka)).isTrue();

    program.kill();

    await().atMost(Duration.ofSeconds(20)).until(() -> !Running.is(kafka) && !Running.is(registry));
  }

  private ManagedProcess start(String argument, String lastNode) {
    JavaCommand command =
        JavaCommand.of(ClusterProgram.class.getName())
            .withHeap(64)
            .withOptions(
                "-Dspine.apicurio.home="
                    + ProjectFolder.locate("spine.apicurio.home", "local-nodes/target/apicurio"))
            .withArguments(argument);
    ManagedProcess program =
        group.process(
            ProcessSpec.of("program", command.toList(), folder.resolve("program.log"))
                .withDirectory(folder)
                .readyWhen(Readiness.line(line(lastNode))));
    program.start();
    return program;
  }

  private static long pid(ManagedProcess program, String node) {
    return Long.parseLong(program.output().find(line(node)).orElseThrow().group(1));
  }

  private static Pattern line(String node) {
    return Pattern.compile(node + " (\\d+) \\S+\n");
  }
}
