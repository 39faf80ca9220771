package org.spineregistry.certification.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.GateOutcome;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.serde.SpineSerdes;

class CertificationGaugesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @BeforeAll
  static void trustOurRecords() {
    SpineSerdes.registering("mock://CertificationGaugesTest"); // Avro's builders ask for it
  }

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final CertificationGauges gauges = new CertificationGauges(registry);

  @Test
  void showsTheSizeOfEveryRegistryAndWhatItIsWaitingFor() {
    gauges.show(List.of(size("hip", 124, 125L), size("spine", 9, null)), List.of(), NOW);

    assertThat(value("spine.registry.size", "campaign", "hip")).isEqualTo(124);
    assertThat(value("spine.next.threshold", "campaign", "hip")).isEqualTo(125);
    assertThat(value("spine.registry.size", "campaign", "spine")).isEqualTo(9);
    assertThat(value("spine.next.threshold", "campaign", "spine")).isNaN();
  }

  @Test
  void countsCyclesByStateWithZeroWhereThereIsNone() {
    gauges.show(
        List.of(),
        List.of(
            cycle("a", CycleState.FAILED, 9),
            cycle("b", CycleState.FAILED, 8),
            cycle("c", CycleState.REWARDED, 7)),
        NOW);

    assertThat(state("spine.cycle.state", CycleState.FAILED)).isEqualTo(2);
    assertThat(state("spine.cycle.state", CycleState.REWARDED)).isEqualTo(1);
    assertThat(state("spine.cycle.state", CycleState.REFUSED)).isZero();
  }

  @Test
  void theAgeIsThatOfTheCycleThatHasStayedLongest() {
    gauges.show(
        List.of(),
        List.of(cycle("a", CycleState.RUNNING, 5), cycle("b", CycleState.RUNNING, 30)),
        NOW);

    assertThat(state("spine.cycle.age.seconds", CycleState.RUNNING)).isEqualTo(1800);
    assertThat(state("spine.cycle.age.seconds", CycleState.REQUESTED)).isZero();
  }

  @Test
  void aStateInWhichACycleMayStayHasNoAge() {
    gauges.show(List.of(), List.of(cycle("a", CycleState.REWARDED, 5)), NOW);

    assertThat(
            registry
                .find("spine.cycle.age.seconds")
                .tag("state", CycleState.REWARDED.name())
                .gauge())
        .isNull();
  }

  @Test
  void gatesAreThoseOfTheNewestCycleThatHasAny() {
    CertificationStatus old = cycle("a", CycleState.REWARDED, 60);
    old.setGates(List.of(gate("F1", 0.5, 0.9)));
    CertificationStatus newer = cycle("b", CycleState.CERTIFIED, 10);
    newer.setGates(List.of(gate("F1", 0.95, 0.9), gate("P2", null, null)));
    CertificationStatus running = cycle("c", CycleState.RUNNING, 1);

    gauges.show(List.of(), List.of(newer, old, running), NOW);

    assertThat(value("spine.gate.value", "gate", "F1")).isEqualTo(0.95);
    assertThat(value("spine.gate.bound", "gate", "F1")).isEqualTo(0.9);
    assertThat(value("spine.gate.value", "gate", "P2")).isNaN();
  }

  @Test
  void whatIsGoneIsNotShownAnyMore() {
    gauges.show(List.of(size("hip", 1, 2L)), List.of(cycle("a", CycleState.RUNNING, 1)), NOW);

    gauges.show(List.of(), List.of(), NOW);

    assertThat(registry.getMeters()).isEmpty();
  }

  private double state(String name, CycleState state) {
    return value(name, "state", state.name());
  }

  private double value(String name, String label, String value) {
    return registry.get(name).tag(label, value).gauge().value();
  }

  private static RegistrySize size(String campaign, long cases, Long next) {
    return RegistrySize.newBuilder()
        .setCampaignId(campaign)
        .setCases(cases)
        .setLastOrdinal(cases)
        .setNextThreshold(next)
        .build();
  }

  private static CertificationStatus cycle(String id, CycleState state, long minutes) {
    Instant since = NOW.minus(Duration.ofMinutes(minutes));
    return CertificationStatus.newBuilder()
        .setCycleId(id)
        .setCampaignId("hip")
        .setState(state)
        .setUpdatedAt(since)
        .setStateSince(since)
        .build();
  }

  private static GateOutcome gate(String id, Double value, Double bound) {
    return GateOutcome.newBuilder()
        .setId(id)
        .setTitle("a gate")
        .setValue(value)
        .setBound(bound)
        .setDirection("AT_LEAST")
        .setVerdict("PASS")
        .build();
  }
}
