package org.spineregistry.service.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import java.util.Map;

/**
 * How the service reaches Kafka.
 *
 * @param bootstrapServers comma-separated host:port
 * @param properties further client properties, for example {@code security.protocol}; they go to
 *     every client
 */
@ConfigurationProperties("spine.kafka")
public record KafkaSettings(
    @Bindable(defaultValue = "") String bootstrapServers,
    @Nullable
        @MapFormat(
            transformation = MapFormat.MapTransformation.FLAT,
            keyFormat = io.micronaut.core.naming.conventions.StringConvention.RAW)
        Map<String, String> properties) {

  private static final String ADDRESS = "[^\\s,:]+:\\d{1,5}";

  public KafkaSettings {
    ConfigurationProblem.unless(
        bootstrapServers.matches(ADDRESS + "(," + ADDRESS + ")*"),
        "spine.kafka.bootstrap-servers",
        "host:port, several separated by commas");
    properties = properties == null ? Map.of() : Map.copyOf(properties);
  }
}
