package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spineregistry.event.RewardGranted;

/**
 * Which decisions a reward system wants again; one of the two.
 *
 * @param cycleId those of a cycle, later ones on its payouts included
 * @param beneficiaryId those on a beneficiary
 * @param others fields that a request does not have
 */
public record ReplayRequest(
    String cycleId, String beneficiaryId, @JsonAnySetter Map<String, Object> others) {

  /** What is wrong with it; each names a field and its rule. */
  List<String> problems() {
    List<String> problems = new ArrayList<>(Problems.unknown(others));
    if ((cycleId == null) == (beneficiaryId == null)) {
      problems.add("cycleId, beneficiaryId: one of the two");
    }
    return problems;
  }

  boolean wants(RewardGranted payout) {
    return cycleId == null
        ? beneficiaryId.equals(payout.getBeneficiaryId())
        : cycleId.equals(payout.getCycleId());
  }
}
