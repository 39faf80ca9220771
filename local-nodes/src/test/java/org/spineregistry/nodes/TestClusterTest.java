package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.internals.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestClusterTest {
  @TempDir Path root;

  @Test
  void givesEveryCallerItsOwnPrefixOfAValidTopicName() {
    try (TestCluster cluster = new TestCluster(root)) {
      String first = cluster.topicPrefix(TestClusterTest.class);
      String second = cluster.topicPrefix(TestClusterTest.class);

      assertThat(first).isEqualTo("testclustertest-1.");
      assertThat(second).isNotEqualTo(first);
      Topic.validate(first + "spine.case.submitted.v1");
    }
  }

  @Test
  void startsNothingThatNobodyAskedFor() {
    try (TestCluster cluster = new TestCluster(root)) {
      cluster.topicPrefix(TestClusterTest.class);

      assertThat(root).isEmptyDirectory();
    }
  }

  @Test
  void deletesTheDataAndKeepsTheLogs() throws IOException {
    try (TestCluster cluster = new TestCluster(root)) {
      assertThat(cluster).isNotNull();
      Files.createDirectories(root.resolve("data/kafka"));
      Files.createDirectories(root.resolve("logs"));
    }

    assertThat(root.resolve("data")).doesNotExist();
    assertThat(root.resolve("logs")).exists();
  }
}
