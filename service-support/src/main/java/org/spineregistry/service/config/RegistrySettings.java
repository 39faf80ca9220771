package org.spineregistry.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the schema registry is.
 *
 * @param url base of its Confluent API
 */
@ConfigurationProperties("spine.registry")
public record RegistrySettings(@Bindable(defaultValue = "") String url) {
  public RegistrySettings {
    ConfigurationProblem.unless(
        url.matches("(https?|mock)://\\S+"),
        "spine.registry.url",
        "an http or https address of the registry's Confluent API");
  }
}
