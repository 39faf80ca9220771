package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RewardPoliciesTest {
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");

  @Test
  void theTimeOfCertificationChoosesTheVersion() {
    RewardPolicies policies =
        RewardPolicies.of(List.of(version(3, JUNE), version(1, null), version(2, MAY)));

    assertThat(policies.at(Instant.EPOCH).version()).isEqualTo(1);
    assertThat(policies.at(MAY.minusMillis(1)).version()).isEqualTo(1);
    assertThat(policies.at(MAY).version()).isEqualTo(2);
    assertThat(policies.at(JUNE.plusSeconds(1)).version()).isEqualTo(3);
  }

  @Test
  void aNewVersionDoesNotChangeWhichVersionDecidedBefore() {
    RewardPolicies before = RewardPolicies.of(List.of(version(1, null)));
    RewardPolicies after = RewardPolicies.of(List.of(version(1, null), version(2, JUNE)));

    assertThat(after.at(MAY)).isEqualTo(before.at(MAY));
  }

  @Test
  void findsAVersionByItsNumber() {
    RewardPolicies policies = RewardPolicies.of(List.of(version(7, null)));

    assertThat(policies.version(7)).isPresent();
    assertThat(policies.version(8)).isEmpty();
  }

  @Test
  void namesEveryContradictionAtOnce() {
    RewardPolicy other =
        new RewardPolicy("another", 2, null, new Token("OTHER", 6, null), Map.of());

    PolicyProblem problem =
        catchThrowableOfType(
            PolicyProblem.class,
            () -> RewardPolicies.of(List.of(version(1, MAY), other, version(2, JUNE))));

    assertThat(problem.problems())
        .containsExactly(
            "version 1, validFrom: the first version is valid from the start, without a time",
            "version 2, policyId: the same in all versions",
            "version 2, currency: the same in all versions",
            "version 2, validFrom: needed from the second version on",
            "version 2, policyId: the same in all versions",
            "version 2, version: given twice",
            "version 2, currency: the same in all versions");
  }

  @Test
  void laterVersionsAreValidLater() {
    PolicyProblem problem =
        catchThrowableOfType(
            PolicyProblem.class,
            () -> RewardPolicies.of(List.of(version(1, null), version(2, JUNE), version(3, MAY))));

    assertThat(problem.problems())
        .containsExactly("version 3, validFrom: later than that of the version before");
  }

  @Test
  void needsAPolicy() {
    PolicyProblem problem =
        catchThrowableOfType(PolicyProblem.class, () -> RewardPolicies.of(List.of()));

    assertThat(problem).hasMessage("policies: at least one");
  }

  private static RewardPolicy version(int version, Instant validFrom) {
    return new RewardPolicy("example-contributions", version, validFrom, Examples.SPINE, Map.of());
  }
}
