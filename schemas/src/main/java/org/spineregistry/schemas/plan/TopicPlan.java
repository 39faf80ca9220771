package org.spineregistry.schemas.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/** Compares the broker's topics with the declared ones, and creates or corrects what differs. */
public final class TopicPlan {
  private final Admin admin;
  private final TopicNames names;
  private final Collection<Topic> topics;

  public TopicPlan(Admin admin, TopicNames names, Collection<Topic> topics) {
    this.admin = admin;
    this.names = names;
    this.topics = List.copyOf(topics);
  }

  /** Differences now; empty when all topics are as declared. */
  public List<Difference> differences() throws ExecutionException, InterruptedException {
    Set<String> present = new HashSet<>(admin.listTopics().names().get());
    present.retainAll(topics.stream().map(names::of).toList());
    Map<String, TopicDescription> described = admin.describeTopics(present).allTopicNames().get();
    Map<ConfigResource, Config> settings =
        admin.describeConfigs(present.stream().map(TopicPlan::resource).toList()).all().get();
    List<Difference> differences = new ArrayList<>();
    for (Topic topic : topics) {
      String name = names.of(topic);
      if (!present.contains(name)) {
        differences.add(
            new Difference(
                Difference.Kind.TOPIC_MISSING, name, topic.partitions() + " partitions"));
        continue;
      }
      int partitions = described.get(name).partitions().size();
      if (partitions != topic.partitions()) {
        differences.add(
            new Difference(
                Difference.Kind.PARTITIONS_DIFFER,
                name,
                "has " + partitions + ", declared " + topic.partitions()));
      }
      differences.addAll(settingDifferences(topic, settings.get(resource(name))));
    }
    return differences;
  }

  private List<Difference> settingDifferences(Topic topic, Config present) {
    List<Difference> differences = new ArrayList<>();
    topic
        .settings()
        .forEach(
            (key, wanted) -> {
              String value =
                  Optional.ofNullable(present.get(key)).map(ConfigEntry::value).orElse("unset");
              if (!wanted.equals(value)) {
                differences.add(
                    new Difference(
                        Difference.Kind.SETTING_DIFFERS,
                        names.of(topic),
                        key + " is " + value + ", declared " + wanted));
              }
            });
    return differences;
  }

  /**
   * Creates missing topics and corrects settings.
   *
   * @param replication copies of each partition, at most the number of brokers
   */
  public void apply(short replication) throws ExecutionException, InterruptedException {
    List<Difference> differences = differences();
    List<NewTopic> missing = new ArrayList<>();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (Topic topic : topics) {
      String name = names.of(topic);
      if (has(differences, Difference.Kind.TOPIC_MISSING, name)) {
        missing.add(new NewTopic(name, topic.partitions(), replication).configs(topic.settings()));
      } else if (has(differences, Difference.Kind.SETTING_DIFFERS, name)) {
        changes.put(resource(name), sets(topic.settings()));
      }
    }
    admin.createTopics(missing).all().get();
    if (!changes.isEmpty()) {
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  private static boolean has(List<Difference> differences, Difference.Kind kind, String name) {
    return differences.stream().anyMatch(d -> d.kind() == kind && d.subject().equals(name));
  }

  private static List<AlterConfigOp> sets(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(
            e ->
                new AlterConfigOp(
                    new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
        .toList();
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }
}
