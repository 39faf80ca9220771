package org.spineregistry.service.artifact;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * The content-addressed store of files.
 *
 * @param dir folder, shared by the services that write and read files
 */
@ConfigurationProperties("spine.artifacts")
public record ArtifactSettings(@Bindable(defaultValue = "artifacts") String dir) {
  public ArtifactSettings {
    ConfigurationProblem.unless(!dir.isBlank(), "spine.artifacts.dir", "a folder");
  }
}
