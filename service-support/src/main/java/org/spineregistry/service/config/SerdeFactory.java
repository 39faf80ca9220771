package org.spineregistry.service.config;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

@Factory
final class SerdeFactory {
  @Singleton
  SpineSerdes serdes(RegistrySettings registry) {
    return SpineSerdes.of(registry.url());
  }

  @Singleton
  TopicNames topicNames(TopicSettings topics) {
    return topics.names();
  }
}
