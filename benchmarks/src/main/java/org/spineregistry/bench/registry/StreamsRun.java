package org.spineregistry.bench.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Runs a topology over a whole topic, exactly once on one thread, and takes the time from the first
 * to the last commit.
 */
final class StreamsRun {
  private static final long POLL_MILLIS = 5;
  private static final long LIMIT_NANOS = Duration.ofMinutes(5).toNanos();

  private final String bootstrap;
  private final TopicPartition input;
  private final long records;

  StreamsRun(String bootstrap, TopicPartition input, long records) {
    this.bootstrap = bootstrap;
    this.input = input;
    this.records = records;
  }

  /** Records a second. */
  double measure(String name, Topology topology)
      throws IOException, ExecutionException, InterruptedException {
    Path state = Files.createTempDirectory("bench-state");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, name + "-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    properties.put(StreamsConfig.consumerPrefix("auto.offset.reset"), "earliest");
    try (KafkaStreams streams = new KafkaStreams(topology, properties);
        Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      String group = properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG);
      streams.start();
      long first = await(admin, group, 1);
      long counted = committed(admin, group);
      long last = await(admin, group, records);
      return (records - counted) * 1e9 / (last - first);
    }
  }

  /** When the group has committed at least this offset. */
  private long await(Admin admin, String group, long offset)
      throws ExecutionException, InterruptedException {
    long deadline = System.nanoTime() + LIMIT_NANOS;
    while (committed(admin, group) < offset) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("no end after five minutes");
      }
      Thread.sleep(POLL_MILLIS);
    }
    return System.nanoTime();
  }

  private long committed(Admin admin, String group)
      throws ExecutionException, InterruptedException {
    OffsetAndMetadata offset =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().get(input);
    return offset == null ? 0 : offset.offset();
  }
}
