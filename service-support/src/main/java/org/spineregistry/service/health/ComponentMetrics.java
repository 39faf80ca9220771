package org.spineregistry.service.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * The condition of every component as a metric, so that an alert tells a component that is stopped
 * for good from one that still retries: {@code spine_component_condition{component, condition}} is
 * 1 for the condition that holds and 0 for the others.
 */
@Singleton
final class ComponentMetrics {
  static final String NAME = "spine.component.condition";

  private final MeterRegistry registry;
  private final List<Component> components;

  ComponentMetrics(MeterRegistry registry, List<Component> components) {
    this.registry = registry;
    this.components = components;
  }

  /** Not a meter binder: components may need the registry themselves, which would be a circle. */
  @EventListener
  void bind(ServerStartupEvent started) {
    for (Component component : components) {
      for (Condition condition : Condition.values()) {
        Gauge.builder(NAME, component, c -> c.condition() == condition ? 1 : 0)
            .description("1 for the condition that holds")
            .tag("component", component.name())
            .tag("condition", condition.name())
            .register(registry);
      }
    }
  }
}
