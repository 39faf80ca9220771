package org.spineregistry.synthesis.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.table.Table;

/** The rules that the real cohort keeps, and the flag that follows from the gestational age. */
public final class OptContract {
  private static final int TERM_DAYS = 259;
  private static final String FLAG = "endedBefore37Weeks";

  private OptContract() {}

  /** The contract for tables with the columns of the whole cohort. */
  public static Contract of(Table cohort) {
    return new Contract(
        rules(cohort),
        derived(cohort),
        List.of(),
        List.of(
            new Regression(
                "bleedingPctVisit5",
                List.of("bleedingPctBaseline", "group", "ageYears", "tobaccoUse"))),
        Map.of("ageYears", List.of(20.0, 30.0, 40.0), "bmi", List.of(25.0, 30.0, 35.0)));
  }

  private static RowRules rules(Table cohort) {
    int pocket4 = cohort.indexOf("pocketDepth4PctBaseline");
    int pocket5 = cohort.indexOf("pocketDepth5PctBaseline");
    int loss2 = cohort.indexOf("attachmentLoss2PctBaseline");
    int loss3 = cohort.indexOf("attachmentLoss3PctBaseline");
    List<Predicate<Row>> broken =
        List.of(
            row -> row.cell(pocket5) > row.cell(pocket4), row -> row.cell(loss3) > row.cell(loss2));
    return new RowRules() {
      @Override
      public List<String> codes() {
        return List.of("POCKET_DEPTH_ORDER", "ATTACHMENT_LOSS_ORDER");
      }

      @Override
      public List<Integer> broken(Row row) {
        List<Integer> found = new ArrayList<>();
        for (int rule = 0; rule < broken.size(); rule++) {
          if (broken.get(rule).test(row)) {
            found.add(rule);
          }
        }
        return found;
      }
    };
  }

  private static DerivedColumns derived(Table cohort) {
    int days = cohort.indexOf("gestationalAgeDays");
    int outcome = cohort.indexOf("birthOutcome");
    return new DerivedColumns() {
      @Override
      public List<String> names() {
        return List.of(FLAG);
      }

      @Override
      public Object compute(String name, Row row) {
        boolean known = !row.isMissing(days) && !"Lost to FU".equals(row.value(outcome));
        return known ? String.valueOf(row.cell(days) < TERM_DAYS) : null;
      }
    };
  }
}
