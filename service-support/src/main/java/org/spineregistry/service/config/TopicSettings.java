package org.spineregistry.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * How topics are named in this installation.
 *
 * @param prefix put before every topic, consumer group and transactional id; empty by default
 */
@ConfigurationProperties("spine.topics")
public record TopicSettings(@Bindable(defaultValue = "") String prefix) {
  public TopicSettings {
    try {
      new TopicNames(prefix);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationProblem("spine.topics.prefix", e.getMessage());
    }
  }

  public TopicNames names() {
    return new TopicNames(prefix);
  }
}
