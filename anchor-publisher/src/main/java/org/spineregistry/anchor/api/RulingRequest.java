package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.spineregistry.anchor.policy.OperatorLog;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.event.RulingAction;
import org.spineregistry.event.RulingCause;
import org.spineregistry.event.RulingTarget;

/**
 * A ruling as an operator sends it.
 *
 * @param rulingId UUID of the sender's choice: the same again changes nothing
 * @param amountBaseUnits decimal string; absent for all that is left
 * @param others fields that a ruling does not have: one that is misspelled must not be left out
 */
public record RulingRequest(
    String rulingId,
    String action,
    String target,
    String targetId,
    String cause,
    String amountBaseUnits,
    @JsonAnySetter Map<String, Object> others) {
  static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /** What is wrong with it; each names a field and its rule. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(Problems.unknown(others));
    if (rulingId == null || !rulingId.matches(UUID)) {
      problems.add("rulingId: a UUID of your choice, in lower case");
    }
    if (amountBaseUnits != null && !BaseUnits.isWellFormed(amountBaseUnits)) {
      problems.add("amountBaseUnits: a decimal string, without sign or leading zero");
    }
    return Stream.concat(problems.stream(), ruling(Instant.EPOCH).problems().stream()).toList();
  }

  /** What cannot be read is UNKNOWN, and a problem. */
  Ruling ruling(Instant now) {
    return new Ruling(
        rulingId,
        named(RulingAction.values(), action, RulingAction.UNKNOWN),
        named(RulingTarget.values(), target, RulingTarget.UNKNOWN),
        targetId == null || targetId.length() > 100 ? "" : targetId,
        named(RulingCause.values(), cause, RulingCause.UNKNOWN),
        amountBaseUnits != null && BaseUnits.isWellFormed(amountBaseUnits)
            ? BaseUnits.parse(amountBaseUnits)
            : null,
        now,
        OperatorLog.eventId(String.valueOf(rulingId)));
  }

  private static <E extends Enum<E>> E named(E[] values, String name, E otherwise) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(name))
        .findFirst()
        .orElse(otherwise);
  }
}
