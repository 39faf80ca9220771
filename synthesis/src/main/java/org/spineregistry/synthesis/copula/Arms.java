package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.condition.CellCondition;
import org.spineregistry.synthesis.condition.CellCondition.LevelChoice;
import org.spineregistry.synthesis.condition.ConditionScope;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;

/**
 * The arms of a balanced sample: one for each level that the model shows of a category and that the
 * conditions allow, in the order of the schema.
 *
 * @param conditions of each arm
 */
record Arms(List<Conditions> conditions) {

  /**
   * @param column name of a category
   * @param common conditions of all arms
   * @throws ConditionsException if the column cannot be balanced or an arm has too few patients
   */
  static Arms of(ModelParts parts, String column, Conditions common, ConditionScope scope) {
    String refusal = scope.refusal(column);
    int position = scope.indexOf(column);
    if (refusal == null && scope.columns().get(position).isNumber()) {
      refusal = "only a category can be balanced";
    }
    if (refusal != null) {
      throw new ConditionsException(List.of(column + ": " + refusal));
    }
    int[] codes = parts.units()[position].codes().clone();
    Arrays.sort(codes);
    List<Conditions> arms = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (int code : codes) {
      Conditions arm =
          common.and(
              new LevelChoice(position, List.of(code)),
              column + "=" + parts.levels().get(position).get(code));
      if (arm.cells().stream().noneMatch(CellCondition::isEmpty)) {
        arms.add(arm);
        String few = parts.selection().refusal(arm);
        problems.addAll(few == null ? List.of() : List.of(few));
      }
    }
    if (arms.isEmpty()) {
      problems.add(column + ": no level is left to balance");
    }
    if (!problems.isEmpty()) {
      throw new ConditionsException(problems);
    }
    return new Arms(arms);
  }

  /** Rows of an arm: equal parts, the first arms take what remains. */
  int rows(int arm, int all) {
    int arms = conditions.size();
    return all / arms + (arm < all % arms ? 1 : 0);
  }
}
