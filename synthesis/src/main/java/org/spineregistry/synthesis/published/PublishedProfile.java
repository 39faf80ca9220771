package org.spineregistry.synthesis.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * Profile {@code published-2026}. The publication bounds the mean KS p value and the distance
 * ratio; what it does not bound is reported.
 *
 * @param seed of the run, for the bootstrap
 * @param bands widths of quasi-identifier bands by column name
 */
public record PublishedProfile(Seed seed, Map<String, Double> bands) {
  /** Name in policies and certificates. */
  public static final String NAME = "published-2026";

  private static final int RESAMPLES = 1000;

  /** What a reader should know beside the gates. */
  public static final List<String> NOTES =
      List.of(
          "A mean p value near 0.5 is what a perfect generator gives; exact copies and independent "
              + "columns pass the gate as well.",
          "The publication defines neither the distance ratio nor the attack: convention E is used, "
              + "which grows with the number of rows alone (share above 1: independent columns "
              + "97 %, fresh real patients 98.7 % at 10,000 rows).",
          "Bounds that the publication does not state are not invented: such gates are reported.");

  /**
   * Runs all gates.
   *
   * @param cohort the patients
   * @param datasets the files of the release, of rising size
   * @param audit evidence of every replicate
   * @param done hears the percentage that is done
   */
  public List<GateResult> judge(
      Table cohort,
      List<Table> datasets,
      List<ReplicateEvidence> audit,
      Workers workers,
      IntConsumer done) {
    return judge(cohort, cohort, datasets, audit, workers, done);
  }

  /**
   * Runs all gates where more patients are audited than the release was fitted on.
   *
   * @param cohort patients of the fit
   * @param audited patients of the evidence: those of the fit and those kept aside
   */
  public List<GateResult> judge(
      Table cohort,
      Table audited,
      List<Table> datasets,
      List<ReplicateEvidence> audit,
      Workers workers,
      IntConsumer done) {
    List<Callable<ColumnFidelity>> columns = new ArrayList<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      int column = c;
      columns.add(() -> ColumnFidelity.of(cohort, datasets, column));
    }
    List<ColumnFidelity> fidelity =
        workers.all(columns, count -> done.accept(20 * count / columns.size()));
    Table release = Table.concatenate(datasets);
    ReleaseDistances distances =
        ReleaseDistances.of(cohort, release, workers, share -> done.accept(20 + 70 * share / 100));
    List<Callable<GateResult>> tasks =
        List.of(
            () -> UtilityGate.of(audited, audit, bootstrap("TSTR", audited)),
            () -> PrivacyGates.membership(audit, bootstrap("MIA", audited)),
            () -> PrivacyGates.smallestClass(release, bands));
    List<GateResult> gates =
        new ArrayList<>(FidelityGates.of(fidelity, datasets.stream().map(Table::rows).toList()));
    List<GateResult> last =
        workers.all(tasks, count -> done.accept(90 + 10 * count / tasks.size()));
    gates.add(last.get(0));
    gates.addAll(PrivacyGates.distanceRatio(distances));
    gates.addAll(last.subList(1, last.size()));
    return gates;
  }

  private PatientBootstrap bootstrap(String gate, Table cohort) {
    return new PatientBootstrap(seed.stream("bootstrap/" + gate), cohort.rows(), RESAMPLES);
  }
}
