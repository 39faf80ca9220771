package org.spineregistry.synthesis.metric;

import java.util.Arrays;

/**
 * Whether synthetic rows lie nearer to the patients of the fit than to others.
 *
 * @param shareMembers share of synthetic rows whose nearest patient is a member, ties in proportion
 * @param expected share of members among the patients
 */
public record Closeness(double shareMembers, double expected) {
  private static final double TIE = 1e-12;

  /** 0 when the release remembers nobody, 1 when it is copies of members. */
  public double excess() {
    return (shareMembers - expected) / (1 - expected);
  }

  /**
   * Compares the distances of synthetic rows to both groups.
   *
   * @param gower distance over the columns that both groups were encoded with
   * @param rows synthetic rows
   * @param members patients of the fit
   * @param others patients kept aside
   */
  public static Closeness of(
      Gower gower, EncodedRows rows, EncodedRows members, EncodedRows others) {
    return of(
        gower.nearest(rows, members).first(),
        gower.nearest(rows, others).first(),
        rows,
        members,
        others);
  }

  /**
   * Compares known distances.
   *
   * @param toMembers distance of each synthetic row to the nearest patient of the fit
   * @param toOthers likewise of those kept aside
   */
  public static Closeness of(
      double[] toMembers,
      double[] toOthers,
      EncodedRows rows,
      EncodedRows members,
      EncodedRows others) {
    double nearer = 0;
    for (int row = 0; row < toMembers.length; row++) {
      double difference = toOthers[row] - toMembers[row];
      if (Math.abs(difference) > TIE) {
        nearer += difference > 0 ? 1 : 0;
      } else {
        double limit = Math.min(toMembers[row], toOthers[row]) + TIE;
        double tiedMembers = within(rows, row, members, limit);
        nearer += tiedMembers / (tiedMembers + within(rows, row, others, limit));
      }
    }
    double expected = (double) members.rows() / (members.rows() + others.rows());
    return new Closeness(nearer / rows.rows(), expected);
  }

  private static int within(EncodedRows rows, int row, EncodedRows references, double limit) {
    int dimensions = rows.dimensions();
    int found = 0;
    for (int reference = 0; reference < references.rows(); reference++) {
      double sum = 0;
      for (int d = 0; d < dimensions; d++) {
        double difference =
            rows.values()[row * dimensions + d] - references.values()[reference * dimensions + d];
        sum += Math.min(Math.abs(difference), 1);
      }
      found += sum / dimensions <= limit ? 1 : 0;
    }
    return found;
  }

  /**
   * Share of synthetic rows that are nearer to a patient than 99 % of the patients are to another
   * one who is not their twin. Rows that equal a patient count as far as they are more than twins
   * among the patients.
   *
   * @param rowToPatient distance of each synthetic row to the nearest patient
   * @param patientToPatient distance of each patient to the nearest other one
   */
  public static double shareBelowQuantile(double[] rowToPatient, double[] patientToPatient) {
    double limit = limit(patientToPatient);
    long near =
        Arrays.stream(rowToPatient).filter(distance -> distance > 0 && distance < limit).count();
    double equal = Math.max(0, equal(rowToPatient) - equal(patientToPatient));
    return (double) near / rowToPatient.length + equal;
  }

  private static double equal(double[] distances) {
    return (double) Arrays.stream(distances).filter(distance -> distance == 0).count()
        / distances.length;
  }

  /**
   * The 1 % quantile, type 7, of the distances that are not 0: twins would make it 0, and nothing
   * is nearer than that. 0 when all patients have twins.
   */
  public static double limit(double[] patientToPatient) {
    double[] apart = Arrays.stream(patientToPatient).filter(d -> d > 0).sorted().toArray();
    return apart.length == 0 ? 0 : Quantiles.ofSorted(apart, 0.01);
  }
}
