package org.spineregistry.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.topic.Topics;

/** Topics and policies on a real broker and registry. */
class InstallationIT {
  private static final TestCluster CLUSTER = TestCluster.shared();
  private static final String POLICY =
      """
      {"campaignId": "sacroiliac-fusion", "version": %d, "thresholds": [%d],
       "profile": "published-2026", "datasetSizes": [100], "auditRepeats": 2}
      """;

  @TempDir private Path folder;
  private String prefix;

  @BeforeEach
  void another() {
    prefix = CLUSTER.topicPrefix(InstallationIT.class);
  }

  @Test
  void planApplyCheckBringAnEmptyInstallationToTheContractOnce() {
    SpineRun plan = topics("plan");
    assertThat(plan.code()).isEqualTo(1);
    assertThat(plan.out())
        .contains("would mend TOPIC_MISSING " + prefix + "spine.case.submitted.v1")
        .contains("would mend SCHEMA_MISSING " + prefix + "spine.case.receipt.v1-value")
        .contains("would mend COMPATIBILITY_DIFFERS ");
    assertThat(topics("check").code()).isEqualTo(1);

    SpineRun apply = topics("apply");
    assertThat(apply.code()).isZero();
    assertThat(apply.out()).contains("mended TOPIC_MISSING", "as declared");

    assertThat(topics("plan").out()).isEqualTo("nothing to do\n");
    assertThat(topics("check").code()).isZero();
    assertThat(topics("apply").out()).doesNotContain("mended");
  }

  @Test
  void partitionsThatDifferAreShownAndLeft() throws Exception {
    String name = prefix + Topics.CASE_QUERY.name();
    Properties properties = new Properties();
    properties.put("bootstrap.servers", CLUSTER.bootstrapServers());
    try (Admin admin = Admin.create(properties)) {
      admin.createTopics(Set.of(new NewTopic(name, 1, (short) 1).configs(Map.of()))).all().get();
    }
    SpineRun apply = topics("apply");
    assertThat(apply.code()).as(apply.err()).isEqualTo(1);
    assertThat(apply.out()).contains("left PARTITIONS_DIFFER " + name + ": has 1, declared 6");
    assertThat(topics("plan").out()).contains("cannot mend PARTITIONS_DIFFER");
  }

  @Test
  void aBrokerThatIsNotThereIsASentence() {
    SpineRun run =
        SpineRun.of(
            "topics", "check", "--kafka", "127.0.0.1:1", "--registry", CLUSTER.registryUrl());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("Kafka at 127.0.0.1:1: no answer");
  }

  @Test
  void aRegistryThatIsNotThereIsASentence() {
    SpineRun run =
        SpineRun.of(
            "topics",
            "check",
            "--kafka",
            CLUSTER.bootstrapServers(),
            "--registry",
            "http://127.0.0.1:1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("the schema registry at http://127.0.0.1:1 did not answer");
  }

  @Test
  void aPolicyIsPublishedOnceAndOnlyAHigherVersionReplacesIt() throws IOException {
    assertThat(topics("apply").code()).isZero();
    assertThat(policy(1, 370).out())
        .contains("published the policy of sacroiliac-fusion version 1");
    assertThat(policy(1, 370).out()).contains("nothing to do");
    SpineRun same = policy(1, 500);
    assertThat(same.code()).isEqualTo(2);
    assertThat(same.err()).contains("version: another policy", "a new one needs 2 or more");
    assertThat(policy(2, 500).out()).contains("version 2");
    assertThat(new PolicyLogOf(prefix).thresholds()).containsExactly(500L);
  }

  @Test
  void aPolicyForAnInstallationWithoutTopicsIsASentence() throws IOException {
    SpineRun run = policy(1, 370);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("were its topics applied?");
  }

  private SpineRun topics(String command) {
    return SpineRun.of(
        "topics",
        command,
        "--kafka",
        CLUSTER.bootstrapServers(),
        "--registry",
        CLUSTER.registryUrl(),
        "--prefix",
        prefix);
  }

  private SpineRun policy(int version, int threshold) throws IOException {
    Path file = folder.resolve("policy.json");
    Files.writeString(file, POLICY.formatted(version, threshold));
    return SpineRun.of(
        "policy",
        "apply",
        file,
        "--kafka",
        CLUSTER.bootstrapServers(),
        "--registry",
        CLUSTER.registryUrl(),
        "--prefix",
        prefix);
  }
}
