package org.spineregistry.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class ComponentHealthTest {
  @ParameterizedTest
  @CsvSource({
    "STARTING, true, false",
    "WORKING, true, true",
    "RETRYING, true, false",
    "FAILED, false, false"
  })
  void restoringIsAliveAndOnlyAFailureIsNot(Condition condition, boolean alive, boolean ready) {
    List<Component> components = List.of(component(condition), component(Condition.WORKING));

    assertThat(status(new ComponentHealth.Alive(components))).isEqualTo(alive);
    assertThat(status(new ComponentHealth.Ready(components))).isEqualTo(ready);
  }

  private static boolean status(ComponentHealth health) {
    AtomicReference<HealthResult> result = new AtomicReference<>();
    Publisher<HealthResult> publisher = health.getResult();
    publisher.subscribe(new Take(result));
    return result.get().getStatus().equals(HealthStatus.UP);
  }

  private static Component component(Condition condition) {
    return new Component() {
      @Override
      public String name() {
        return condition.name();
      }

      @Override
      public Condition condition() {
        return condition;
      }

      @Override
      public Map<String, Object> details() {
        return Map.of();
      }
    };
  }

  private record Take(AtomicReference<HealthResult> result) implements Subscriber<HealthResult> {
    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(HealthResult next) {
      result.set(next);
    }

    @Override
    public void onError(Throwable problem) {
      throw new AssertionError(problem);
    }

    @Override
    public void onComplete() {
      // the value has been taken
    }
  }
}
