package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.KMap;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/** P6, k rules: the quasi-identifiers of every row are shared by enough patients. */
final class SharingGate {
  private static final String ID = "P6";

  private SharingGate() {}

  static GateResult of(Tier tier, Table cohort, Contract contract, Table release) {
    String title =
        "Rows whose quasi-identifiers fewer than " + tier.kMap() + " patients share, or nobody";
    List<Integer> columns = cohort.withRole(ColumnRole.QUASI_IDENTIFIER);
    if (columns.isEmpty()) {
      return GateResult.reported(
          ID, title, Double.NaN, null, "not run: the schema declares no quasi-identifier");
    }
    int[] counts = KMap.of(cohort, columns, contract.cuts()).counts(release);
    long rare = Arrays.stream(counts).filter(count -> count < tier.kMap()).count();
    String names =
        columns.stream()
            .map(column -> cohort.columns().get(column).name())
            .map(name -> contract.cuts().containsKey(name) ? name + " in bands" : name)
            .collect(Collectors.joining(", "));
    return GateResult.atMost(ID, title, rare, 0, names);
  }
}
