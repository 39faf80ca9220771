package org.spineregistry.cli.topics;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.plan.Difference;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

/** The topics and schemas of one installation beside what they should be. */
public final class Contract implements AutoCloseable {
  private static final int CACHE = 100;
  private static final Duration SPREAD = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final String kafka;
  private final String registryUrl;
  private final Admin admin;
  private final SchemaRegistryClient registry;
  private final TopicPlan topics;
  private final SchemaPlan schemas;

  /**
   * @throws UserProblem when an address has a wrong form
   */
  public Contract(Installation installation) {
    TopicNames names = installation.names();
    kafka = installation.kafka();
    registryUrl = installation.registry();
    try {
      admin = Admin.create(installation.client());
    } catch (KafkaException e) {
      throw UserProblem.input("--kafka: no address in " + kafka + " can be resolved");
    }
    registry =
        new CachedSchemaRegistryClient(
            List.of(registryUrl), CACHE, List.of(new AvroSchemaProvider()), Map.of());
    topics = new TopicPlan(admin, names, Topics.ALL);
    schemas = new SchemaPlan(registry, ContractSchemas.load(), names, Topics.ALL);
  }

  /** What differs now. */
  public List<Difference> differences() throws InterruptedException {
    List<Difference> differences = new ArrayList<>();
    work(
        () -> {
          differences.clear();
          differences.addAll(topics.differences());
          differences.addAll(schemas.differences());
        });
    return differences;
  }

  /**
   * Creates and corrects all that can be, and waits until every broker shows it.
   *
   * @param replication copies of each partition
   * @return what is left
   */
  public List<Difference> apply(short replication) throws InterruptedException {
    work(
        () -> {
          topics.apply(replication);
          schemas.apply();
        });
    long deadline = System.nanoTime() + SPREAD.toNanos();
    List<Difference> left = differences();
    while (left.stream().anyMatch(d -> d.kind().mendable()) && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE.toMillis());
      left = differences();
    }
    return left;
  }

  /** Steps that talk to both. */
  private interface Work {
    void run() throws ExecutionException, InterruptedException, IOException, RestClientException;
  }

  /** A topic that was created a moment ago may be listed before it can be described. */
  private void work(Work steps) throws InterruptedException {
    long deadline = System.nanoTime() + SPREAD.toNanos();
    while (!done(steps, System.nanoTime() > deadline)) {
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean done(Work steps, boolean last) throws InterruptedException {
    try {
      steps.run();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException && !last) {
        return false;
      }
      throw UserProblem.input("Kafka at " + kafka + ": " + sentence(e.getCause()));
    } catch (IOException e) {
      throw UserProblem.input("the schema registry at " + registryUrl + " did not answer");
    } catch (RestClientException e) {
      throw UserProblem.input(
          "the schema registry at %s refused with %d: %s"
              .formatted(registryUrl, e.getStatus(), e.getMessage()));
    }
  }

  private static String sentence(Throwable cause) {
    return cause instanceof TimeoutException ? "no answer" : cause.getMessage();
  }

  @Override
  public void close() {
    admin.close();
    try {
      registry.close();
    } catch (IOException e) {
      throw new IllegalStateException("the registry's client does not close", e);
    }
  }
}
