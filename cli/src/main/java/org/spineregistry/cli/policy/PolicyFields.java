package org.spineregistry.cli.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.synthesis.run.EngineLimits;

/**
 * Reads the fields of a policy one by one and remembers every problem; a broken field reads as
 * something harmless.
 */
final class PolicyFields {
  private static final Set<String> NAMES =
      new TreeSet<>(
          Set.of(
              "campaignId",
              "version",
              "thresholds",
              "growthFactor",
              "profile",
              "datasetSizes",
              "auditRepeats"));

  private static final int LARGEST_THRESHOLD = 1_000_000;

  private final JsonNode tree;
  private final List<String> problems = new ArrayList<>();

  PolicyFields(JsonNode tree) {
    this.tree = tree;
    if (!tree.isObject()) {
      throw UserProblem.input("the policy is no JSON object");
    }
    tree.fieldNames()
        .forEachRemaining(
            name -> require(NAMES.contains(name), name + ": unknown field; known are " + NAMES));
  }

  String campaign() {
    String campaign = tree.path("campaignId").asText("");
    List<String> known = Campaigns.fromClasspath().all().stream().map(c -> c.campaignId()).toList();
    require(known.contains(campaign), "campaignId: one of " + known);
    return campaign;
  }

  int positive(String name) {
    JsonNode value = tree.path(name);
    boolean holds = value.isInt() && value.intValue() >= 1;
    require(holds, name + ": a whole number, at least 1");
    return holds ? value.intValue() : 1;
  }

  /** A list of whole numbers from 1, each above the one before. */
  List<Long> rising(String name) {
    JsonNode value = tree.path(name);
    List<Long> numbers = new ArrayList<>();
    boolean holds = value.isArray() && !value.isEmpty();
    for (JsonNode item : value) {
      long last = numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1);
      holds &= item.isInt() && item.intValue() > last && item.intValue() <= LARGEST_THRESHOLD;
      numbers.add((long) item.intValue());
    }
    require(
        holds,
        name
            + ": a list of whole numbers from 1 to "
            + LARGEST_THRESHOLD
            + ", each above the one before");
    return holds ? numbers : List.of(1L);
  }

  /** A decimal above 1, as text so that no digit is lost; null for none. */
  String growthFactor() {
    JsonNode value = tree.path("growthFactor");
    if (value.isNull() || value.isMissingNode()) {
      return null;
    }
    String text = value.asText();
    boolean holds =
        (value.isTextual() || value.isNumber())
            && text.matches("\\d{1,3}(\\.\\d{1,6})?")
            && new BigDecimal(text).compareTo(BigDecimal.ONE) > 0;
    require(holds, "growthFactor: null, or a decimal above 1, for example 1.5");
    return holds ? text : null;
  }

  /** Empty when there is none, which is no profile. */
  String profile() {
    JsonNode value = tree.path("profile");
    return value.isTextual() ? value.textValue() : "";
  }

  /** Whole numbers; how many, how large and in which order is the engine's to say. */
  List<Integer> wholeNumbers(String name) {
    JsonNode value = tree.path(name);
    List<Integer> numbers = new ArrayList<>();
    boolean holds = value.isArray();
    for (JsonNode item : value) {
      holds &= item.isInt();
      numbers.add(item.intValue());
    }
    require(holds, name + ": a list of whole numbers");
    return holds ? numbers : List.of(1);
  }

  /** A policy that the engine cannot run would use up its threshold with a failed cycle. */
  void requireRunnable(CertificationPolicy policy) {
    problems.addAll(
        EngineLimits.problems(
            policy.getProfile(), policy.getDatasetSizes(), policy.getAuditRepeats()));
  }

  void refuseProblems() {
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
