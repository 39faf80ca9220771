package org.spineregistry.anchor.reward;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All versions of a policy. The version that decides follows from the cycle alone, so that a replay
 * after a change of policy decides as it did the first time.
 */
public final class RewardPolicies {
  /** Before anything was published: nothing can be decided. */
  public static final RewardPolicies NONE = new RewardPolicies(List.of());

  private final List<RewardPolicy> versions;

  private RewardPolicies(List<RewardPolicy> versions) {
    this.versions = versions;
  }

  /**
   * @param policies at least one, in any order
   * @throws PolicyProblem when the versions contradict each other
   */
  public static RewardPolicies of(List<RewardPolicy> policies) {
    List<RewardPolicy> versions =
        policies.stream().sorted(Comparator.comparingInt(RewardPolicy::version)).toList();
    List<String> problems = contradictions(versions);
    if (!problems.isEmpty()) {
      throw new PolicyProblem(problems);
    }
    return new RewardPolicies(versions);
  }

  public boolean isEmpty() {
    return versions.isEmpty();
  }

  /**
   * The version under which a cycle falls.
   *
   * @throws IllegalStateException when there is none at all
   */
  public RewardPolicy at(Instant certifiedAt) {
    if (isEmpty()) {
      throw new IllegalStateException("no policy was published");
    }
    RewardPolicy valid = versions.get(0);
    for (RewardPolicy version : versions.subList(1, versions.size())) {
      if (!certifiedAt.isBefore(version.validFrom())) {
        valid = version;
      }
    }
    return valid;
  }

  /**
   * Which prices count at a time: as the version that is valid then says, or the newest one that
   * says something; empty when none does.
   */
  public Optional<PriceRule> priceRule(Instant at) {
    PriceRule valid = at(at).price();
    return valid != null
        ? Optional.of(valid)
        : versions.stream()
            .map(RewardPolicy::price)
            .filter(Objects::nonNull)
            .reduce((older, newer) -> newer);
  }

  /** Whether a version becomes valid behind one time, and not behind another. */
  public boolean changes(Instant after, Instant until) {
    return versions.stream()
        .map(RewardPolicy::validFrom)
        .filter(Objects::nonNull)
        .anyMatch(from -> from.isAfter(after) && !from.isAfter(until));
  }

  /** Ids of all campaigns that some version names, in their order. */
  public SortedSet<String> campaigns() {
    SortedSet<String> ids = new TreeSet<>();
    versions.forEach(policy -> ids.addAll(policy.campaigns().keySet()));
    return ids;
  }

  /** The first version first. */
  public List<RewardPolicy> all() {
    return versions;
  }

  /** Names of all windows that some version pays for in a campaign, the baseline among them. */
  public Set<String> windows(String campaignId) {
    Set<String> windows = new TreeSet<>(Set.of(CampaignTariffs.BASELINE));
    versions.forEach(
        policy ->
            policy
                .campaign(campaignId)
                .ifPresent(tariffs -> windows.addAll(tariffs.windows().keySet())));
    return windows;
  }

  public Optional<RewardPolicy> version(int version) {
    return versions.stream().filter(policy -> policy.version() == version).findFirst();
  }

  private static List<String> contradictions(List<RewardPolicy> versions) {
    if (versions.isEmpty()) {
      return List.of("policies: at least one");
    }
    List<String> problems = new ArrayList<>();
    RewardPolicy before = versions.get(0);
    if (before.validFrom() != null) {
      problems.add(
          named(before) + "validFrom: the first version is valid from the start, without a time");
    }
    for (RewardPolicy policy : versions.subList(1, versions.size())) {
      compare(before, policy, problems);
      before = policy;
    }
    return problems;
  }

  private static void compare(RewardPolicy before, RewardPolicy policy, List<String> problems) {
    if (!policy.policyId().equals(before.policyId())) {
      problems.add(named(policy) + "policyId: the same in all versions");
    }
    if (policy.version() == before.version()) {
      problems.add(named(policy) + "version: given twice");
    }
    if (!policy.token().equals(before.token())) {
      problems.add(named(policy) + "currency: the same in all versions");
    }
    if (policy.validFrom() == null) {
      problems.add(named(policy) + "validFrom: needed from the second version on");
    } else if (before.validFrom() != null && !policy.validFrom().isAfter(before.validFrom())) {
      problems.add(named(policy) + "validFrom: later than that of the version before");
    }
  }

  private static String named(RewardPolicy policy) {
    return "version " + policy.version() + ", ";
  }
}
