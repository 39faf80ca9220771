package org.spineregistry.nodes;

import java.util.Map;
import java.util.TreeMap;

/** The {@code server.properties} of a single broker that is its own controller. */
final class BrokerProperties {
  private BrokerProperties() {}

  static Map<String, String> of(KafkaSettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.putAll(identity(settings));
    properties.putAll(singleCopy());
    properties.putAll(timing());
    properties.putAll(frugality());
    properties.putAll(settings.overrides());
    return properties;
  }

  private static Map<String, String> identity(KafkaSettings settings) {
    String clients = "PLAINTEXT://127.0.0.1:" + settings.port();
    String controller = "127.0.0.1:" + settings.controllerPort();
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        "1",
        "listeners",
        clients + ",CONTROLLER://" + controller,
        "advertised.listeners",
        clients,
        "controller.listener.names",
        "CONTROLLER",
        "controller.quorum.voters",
        "1@" + controller,
        "log.dirs",
        settings.dataDir().toString(),
        // topics are declared once, in the schemas module; a misspelt name must fail
        "auto.create.topics.enable",
        "false");
  }

  private static Map<String, String> singleCopy() {
    return Map.of(
        "default.replication.factor", "1",
        "min.insync.replicas", "1",
        "offsets.topic.replication.factor", "1",
        "transaction.state.log.replication.factor", "1",
        "transaction.state.log.min.isr", "1",
        "share.coordinator.state.topic.replication.factor", "1",
        "share.coordinator.state.topic.min.isr", "1");
  }

  /** What a person or a test would otherwise wait for. */
  private static Map<String, String> timing() {
    return Map.of(
        "group.initial.rebalance.delay.ms", "0",
        // members of a killed service leave as soon as their own session timeout allows
        "group.min.session.timeout.ms", "1000",
        "group.consumer.min.session.timeout.ms", "1000",
        "group.consumer.min.heartbeat.interval.ms", "300",
        // after kill -9 the controller refuses the same broker until its old session is over: 9 s
        // by default
        "broker.session.timeout.ms", "2000",
        "broker.heartbeat.interval.ms", "500",
        // an open transaction of a killed producer hides later records from readers until it is
        // aborted
        "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
        "log.retention.check.interval.ms", "60000",
        "log.initial.task.delay.ms", "5000");
  }

  /** Sizes for a few dozen topics on a small machine. */
  private static Map<String, String> frugality() {
    return Map.of(
        "offsets.topic.num.partitions", "4",
        "transaction.state.log.num.partitions", "4",
        "share.coordinator.state.topic.num.partitions", "2",
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "log.segment.bytes", "67108864",
        "log.index.size.max.bytes", "1048576",
        // 128 MB of heap by default
        "log.cleaner.dedupe.buffer.size", "8388608");
  }
}
