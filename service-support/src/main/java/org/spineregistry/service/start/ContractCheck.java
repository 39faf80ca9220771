package org.spineregistry.service.start;

import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.plan.Difference;
import org.spineregistry.schemas.plan.SchemaPlan;
import org.spineregistry.schemas.plan.TopicPlan;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.config.RegistrySettings;

/**
 * Looks whether the installation is as the contract says. A service never creates or changes a
 * topic or schema itself.
 */
@Singleton
public final class ContractCheck {
  private static final int CACHE = 100;

  private final KafkaClients clients;
  private final RegistrySettings registry;
  private final TopicNames names;

  public ContractCheck(KafkaClients clients, RegistrySettings registry, TopicNames names) {
    this.clients = clients;
    this.registry = registry;
    this.names = names;
  }

  /**
   * @param topics topics that the service reads or writes
   * @throws StartProblem when a dependency does not answer or differs from the contract
   */
  public void require(Collection<Topic> topics) throws InterruptedException {
    List<Difference> differences = new ArrayList<>();
    try (Admin admin = Admin.create(clients.common())) {
      differences.addAll(new TopicPlan(admin, names, topics).differences());
    } catch (ExecutionException e) {
      throw new StartProblem(
          "Kafka at spine.kafka.bootstrap-servers did not answer: "
              + e.getCause().getClass().getSimpleName());
    }
    try (SchemaRegistryClient client =
        new CachedSchemaRegistryClient(
            List.of(registry.url()), CACHE, List.of(new AvroSchemaProvider()), Map.of())) {
      differences.addAll(
          new SchemaPlan(client, ContractSchemas.load(), names, topics).differences());
    } catch (IOException | RestClientException e) {
      throw new StartProblem(
          "the schema registry at spine.registry.url did not answer: "
              + e.getClass().getSimpleName());
    }
    if (!differences.isEmpty()) {
      throw new StartProblem(
          "the installation differs from the contract, run 'spine topics apply':\n  "
              + String.join("\n  ", differences.stream().map(Difference::toString).toList()));
    }
  }
}
