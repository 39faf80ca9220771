package org.spineregistry.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComponentMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Lamp lamp = new Lamp("lamp");
  private final Lamp other = new Lamp("other");

  @BeforeEach
  void bind() {
    new ComponentMetrics(registry, List.of(lamp, other)).bind(null);
  }

  @ParameterizedTest
  @EnumSource(Condition.class)
  void exactlyTheConditionThatHoldsIsOne(Condition holds) {
    lamp.condition = holds;

    for (Condition condition : Condition.values()) {
      assertThat(value("lamp", condition)).isEqualTo(condition == holds ? 1.0 : 0.0);
    }
  }

  @Test
  void followsEachComponentOnItsOwn() {
    lamp.condition = Condition.WORKING;
    other.condition = Condition.WORKING;

    other.condition = Condition.FAILED;

    assertThat(value("lamp", Condition.FAILED)).isZero();
    assertThat(value("other", Condition.FAILED)).isEqualTo(1.0);
    assertThat(value("other", Condition.WORKING)).isZero();
  }

  private double value(String component, Condition condition) {
    Gauge gauge =
        registry
            .get(ComponentMetrics.NAME)
            .tag("component", component)
            .tag("condition", condition.name())
            .gauge();
    return gauge.value();
  }

  private static final class Lamp implements Component {
    private final String name;
    private volatile Condition condition = Condition.STARTING;

    Lamp(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Condition condition() {
      return condition;
    }

    @Override
    public Map<String, Object> details() {
      return Map.of();
    }
  }
}
