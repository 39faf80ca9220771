package org.spineregistry.certification.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.GateOutcome;
import org.spineregistry.event.RegistrySize;

/**
 * Registries and cycles as gauges. Labels are campaigns, states and gates; a campaign that is gone
 * takes its gauges with it.
 */
final class CertificationGauges {
  /** States that a cycle is expected to leave. */
  private static final Set<CycleState> PASSING =
      EnumSet.of(
          CycleState.REQUESTED,
          CycleState.RUNNING,
          CycleState.CERTIFIED,
          CycleState.ANCHORING,
          CycleState.ANCHORED);

  private final MultiGauge size;
  private final MultiGauge threshold;
  private final MultiGauge cycles;
  private final MultiGauge age;
  private final MultiGauge gateValue;
  private final MultiGauge gateBound;

  CertificationGauges(MeterRegistry registry) {
    size = gauge(registry, "spine.registry.size", "Distinct cases that are members now");
    threshold = gauge(registry, "spine.next.threshold", "Size that asks for the next cycle");
    cycles = gauge(registry, "spine.cycle.state", "Cycles in this state");
    age = gauge(registry, "spine.cycle.age.seconds", "Longest stay in a state that should pass");
    gateValue = gauge(registry, "spine.gate.value", "Value of a gate in the newest cycle");
    gateBound = gauge(registry, "spine.gate.bound", "Bound of a gate in the newest cycle");
  }

  /** Replaces everything that was shown before. */
  void show(List<RegistrySize> sizes, List<CertificationStatus> rows, Instant now) {
    size.register(numbers(sizes, RegistrySize::getCases), true);
    threshold.register(numbers(sizes, RegistrySize::getNextThreshold), true);
    Map<String, List<CertificationStatus>> campaigns =
        rows.stream().collect(Collectors.groupingBy(CertificationStatus::getCampaignId));
    List<Row<?>> counts = new ArrayList<>();
    List<Row<?>> ages = new ArrayList<>();
    List<Row<?>> values = new ArrayList<>();
    List<Row<?>> bounds = new ArrayList<>();
    campaigns.forEach(
        (campaign, own) -> {
          for (CycleState state : CycleState.values()) {
            List<CertificationStatus> in =
                own.stream().filter(row -> row.getState() == state).toList();
            Tags tags = Tags.of("campaign", campaign, "state", state.name());
            counts.add(Row.of(tags, in.size()));
            if (PASSING.contains(state)) {
              ages.add(Row.of(tags, longest(in, now)));
            }
          }
          for (GateOutcome gate : newestGates(own)) {
            Tags tags = Tags.of("campaign", campaign, "gate", gate.getId());
            values.add(Row.of(tags, orNaN(gate.getValue())));
            bounds.add(Row.of(tags, orNaN(gate.getBound())));
          }
        });
    cycles.register(counts, true);
    age.register(ages, true);
    gateValue.register(values, true);
    gateBound.register(bounds, true);
  }

  private static List<Row<?>> numbers(
      List<RegistrySize> sizes, Function<RegistrySize, Long> number) {
    List<Row<?>> rows = new ArrayList<>();
    for (RegistrySize size : sizes) {
      Long value = number.apply(size);
      rows.add(
          Row.of(Tags.of("campaign", size.getCampaignId()), value == null ? Double.NaN : value));
    }
    return rows;
  }

  private static double longest(List<CertificationStatus> rows, Instant now) {
    return rows.stream()
        .mapToDouble(row -> Duration.between(row.getStateSince(), now).toMillis() / 1000.0)
        .max()
        .orElse(0);
  }

  private static List<GateOutcome> newestGates(List<CertificationStatus> rows) {
    return rows.stream()
        .filter(row -> !row.getGates().isEmpty())
        .max(Comparator.comparing(CertificationStatus::getUpdatedAt))
        .map(CertificationStatus::getGates)
        .orElse(List.of());
  }

  private static double orNaN(Double value) {
    return value == null ? Double.NaN : value;
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String about) {
    return MultiGauge.builder(name).description(about).register(registry);
  }
}
