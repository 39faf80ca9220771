package org.spineregistry.service.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;

/** Health answers over all components of a service. */
abstract class ComponentHealth implements HealthIndicator {
  private final String name;
  private final List<Component> components;
  private final Predicate<Condition> good;

  ComponentHealth(String name, List<Component> components, Predicate<Condition> good) {
    this.name = name;
    this.components = components;
    this.good = good;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    boolean up = true;
    Map<String, Object> details = new LinkedHashMap<>();
    for (Component component : components) {
      Condition condition = component.condition();
      up &= good.test(condition);
      Map<String, Object> detail = new LinkedHashMap<>(component.details());
      detail.put("condition", condition);
      details.put(component.name(), detail);
    }
    return Publishers.just(
        HealthResult.builder(name, up ? HealthStatus.UP : HealthStatus.DOWN)
            .details(details)
            .build());
  }

  /** False only when a restart of the process is the cure. */
  @Liveness
  @Singleton
  static final class Alive extends ComponentHealth {
    Alive(List<Component> components) {
      super("alive", components, Condition::alive);
    }
  }

  /** True while the service can do its whole work. */
  @Readiness
  @Singleton
  static final class Ready extends ComponentHealth {
    Ready(List<Component> components) {
      super("ready", components, Condition::ready);
    }
  }
}
