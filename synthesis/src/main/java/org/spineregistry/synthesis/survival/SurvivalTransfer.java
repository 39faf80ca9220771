package org.spineregistry.synthesis.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Concordance on patients kept aside of a model trained on synthetic rows, beside the same model
 * trained on the patients that the release was made from.
 *
 * @param synthetic C of the model trained on the release (TSTR); NaN when it cannot be fitted or
 *     the patients kept aside form no pair
 * @param real C of the model trained on patients (TRTR); likewise
 */
public record SurvivalTransfer(double synthetic, double real) {
  /**
   * Trains both models and tests them.
   *
   * @param members patients that the release was made from
   * @param strangers patients kept aside
   */
  public static SurvivalTransfer of(
      SurvivalTask task, Table members, Table release, Table strangers) {
    return new SurvivalTransfer(
        concordance(task, release, strangers), concordance(task, members, strangers));
  }

  private static double concordance(SurvivalTask task, Table training, Table strangers) {
    SurvivalTimes times = SurvivalTimes.of(strangers, task.pair());
    double[] risks = task.risks(training, strangers);
    double[] known = IntStream.of(times.rows()).mapToDouble(row -> risks[row]).toArray();
    boolean predicted = Arrays.stream(known).noneMatch(Double::isNaN);
    return predicted ? new Concordance(times, known).value() : Double.NaN;
  }
}
