package org.spineregistry.nodes.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kafka.server.KafkaRaftServer;
import org.junit.jupiter.api.Test;

class ClassPathTest {

  @Test
  void holdsWhatThisJvmRunsOn() throws Exception {
    List<String> entries = entries(ClassPath.current());

    assertThat(entries)
        .contains(locationOf(KafkaRaftServer.class), locationOf(ClassPathTest.class))
        .allSatisfy(entry -> assertThat(Path.of(entry)).isAbsolute());
    assertThat(entries.stream().filter(entry -> Files.exists(Path.of(entry))))
        .as("no booter jar that is deleted later")
        .noneMatch(entry -> entry.contains("surefirebooter"));
  }

  @Test
  void makesEntriesAbsoluteBecauseTheChildMayRunElsewhere() {
    String here = Path.of("").toAbsolutePath().toString();

    assertThat(entries(ClassPath.absolute("lib/a.jar" + File.pathSeparator + "/opt/../b.jar")))
        .containsExactly(here + "/lib/a.jar", "/b.jar");
  }

  @Test
  void addsTheGuardOnceAndLast() throws Exception {
    String guard = locationOf(GuardedMain.class);

    String once = ClassPath.withGuard("/a.jar");

    assertThat(entries(once)).containsExactly("/a.jar", guard);
    assertThat(ClassPath.withGuard(once)).isEqualTo(once);
  }

  private static List<String> entries(String path) {
    return List.of(path.split(File.pathSeparator));
  }

  private static String locationOf(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }
}
