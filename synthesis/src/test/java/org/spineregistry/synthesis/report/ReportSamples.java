package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Spearman;

/**
 * Reports with the real cohort and a release made from it by mixing: a row of another patient, in
 * which one cell of eight comes from a third. The gate values are invented.
 */
public final class ReportSamples {
  private static final Seed SEED = Seed.ofHex("5e".repeat(32));
  private static final String DIGEST = "8f".repeat(32);

  private static final ReportContent CERTIFIED =
      of(OptData.cohort(), ReportVerdict.CERTIFIED, Verdict.PASS, Verdict.PASS);
  private static final ReportContent REFUSED =
      of(OptData.cohort(), ReportVerdict.REFUSED, Verdict.FAIL, Verdict.NOT_CERTIFIABLE);

  private ReportSamples() {}

  /** Every gate passed. */
  public static ReportContent certified() {
    return CERTIFIED;
  }

  /** A fidelity gate failed and a privacy gate could not be decided. */
  public static ReportContent refused() {
    return REFUSED;
  }

  /** A report of any cohort. */
  public static ReportContent of(
      Table cohort, ReportVerdict verdict, Verdict structure, Verdict inference) {
    return of(cohort, mixed(cohort, 1000), verdict, structure, inference);
  }

  /** A report of any cohort and release. */
  public static ReportContent of(
      Table cohort, Table release, ReportVerdict verdict, Verdict structure, Verdict inference) {
    return new ReportContent(
        head(cohort, verdict),
        gates(structure, inference),
        controls(),
        verdict == ReportVerdict.CERTIFIED ? List.of() : advice(),
        IntStream.range(0, cohort.columns().size())
            .mapToObj(c -> MarginalPlot.of(cohort, release, c))
            .toList(),
        Optional.of(correlations(cohort, release)),
        Optional.of(MissingnessPlot.of(cohort, release)),
        Optional.of(learning()),
        attacks(cohort.rows()),
        subgroups(),
        List.of(
            new LineageEntry("Digest of the schema", DIGEST),
            new LineageEntry("Evidence threshold kappa", "5"),
            new LineageEntry("Kept correlations", "354 of 2,080")),
        List.of("It may have been superseded or revoked after it was made."));
  }

  /** Rows of the cohort, an eighth of the cells from other rows. */
  public static Table mixed(Table cohort, int rows) {
    RandomStream random = SEED.stream("mixed");
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      int[] from = new int[rows];
      for (int row = 0; row < rows; row++) {
        boolean own = random.uniform(row, 0, 2 + 2 * c) > 0.125;
        double u = random.uniform(row, 0, own ? 0 : 3 + 2 * c);
        from[row] = (int) (u * cohort.rows());
      }
      values.add(selected(cohort, c, from));
    }
    return Table.of(cohort.columns(), values);
  }

  private static ColumnValues selected(Table cohort, int column, int[] rows) {
    if (cohort.columns().get(column).isNumber()) {
      double[] numbers = cohort.numbers(column);
      return ColumnValues.numbers(IntStream.of(rows).mapToDouble(r -> numbers[r]).toArray());
    }
    int[] codes = cohort.codes(column);
    return ColumnValues.codes(
        IntStream.of(rows).map(r -> codes[r]).toArray(), cohort.levels(column));
  }

  private static ReportHead head(Table cohort, ReportVerdict verdict) {
    return new ReportHead(
        "campaign obstetric-periodontal, cycle 3",
        cohort.rows(),
        cohort.columns().size(),
        11_100,
        "rigorous",
        "1",
        "PUBLIC",
        verdict,
        "3c".repeat(32),
        "spine-synthesis 2, step copula",
        verdict == ReportVerdict.CERTIFIED ? files() : List.of());
  }

  private static List<DatasetFile> files() {
    return List.of(
        new DatasetFile("synthetic-100.csv", "text/csv", 100, 20_112, "1a".repeat(32)),
        new DatasetFile("synthetic-1000.csv", "text/csv", 1000, 198_430, "2b".repeat(32)),
        new DatasetFile("synthetic-10000.csv", "text/csv", 10_000, 1_985_011, "4d".repeat(32)),
        new DatasetFile(
            "synthetic-10000.parquet",
            "application/vnd.apache.parquet",
            10_000,
            512_004,
            "5e".repeat(32)));
  }

  private static List<GateSection> gates(Verdict structure, Verdict inference) {
    List<GateSection> sections =
        new ArrayList<>(GateSection.rigorous(rigorous(structure, inference)));
    sections.add(
        GateSection.published(false, published(), List.of("Bounds not stated are not invented.")));
    return sections;
  }

  private static List<GateResult> rigorous(Verdict structure, Verdict inference) {
    return List.of(
        decided("G0-rows", "Patients in the cohort", 823, 60, Direction.AT_LEAST, null),
        decided("F1-ks", "Largest Kolmogorov-Smirnov distance", .043, .1, Direction.AT_MOST, null),
        decided(
            "F2-jsd-mean",
            "Mean Jensen-Shannon divergence, bits",
            .004,
            .02,
            Direction.AT_MOST,
            null),
        gate(
            "F3-error",
            "Mean absolute difference of Spearman correlations",
            structure == Verdict.PASS ? .044 : .081,
            .06,
            Direction.AT_MOST,
            structure,
            null),
        decided(
            "F4-joint",
            "Largest error of a joint missing rate",
            .032,
            .05,
            Direction.AT_MOST,
            null),
        decided("F5", "Rows that break a rule", 0, 0, Direction.AT_MOST, null),
        GateResult.reported(
            "F6", "AUC of boosted trees", .71, new Interval(.69, .73), "823 rows a side"),
        decided(
            "U1",
            "Difference of r, trained on synthetic or on real",
            -.02,
            -.1,
            Direction.AT_LEAST,
            new Interval(-.033, -.007)),
        decided(
            "P1", "Share of rows nearer than the 1 % quantile", .001, .02, Direction.AT_MOST, null),
        decided(
            "P3-auc",
            "AUC of the strongest of four attacks",
            .577,
            .6,
            Direction.AT_MOST,
            new Interval(.566, .586)),
        gate(
            "P4-inference",
            "Residual risk of inference",
            .06,
            .09,
            Direction.AT_MOST,
            inference,
            inference == Verdict.PASS ? new Interval(.04, .085) : new Interval(-.05, .15)),
        decided("R1", "Repeated runs with other bytes", 0, 0, Direction.AT_MOST, null),
        decided("R2", "Share of replicates within the bounds", 1, .9, Direction.AT_LEAST, null));
  }

  private static List<GateResult> published() {
    return List.of(
        GateResult.above("fidelity-ks", "Mean KS p value", .41, .05, "the lowest of the datasets"),
        GateResult.reported("privacy-mia", "AUROC of the distance attack", .52, null, ""));
  }

  private static GateResult decided(
      String id, String title, double value, double bound, Direction way, Interval interval) {
    return gate(id, title, value, bound, way, Verdict.PASS, interval);
  }

  private static GateResult gate(
      String id,
      String title,
      double value,
      double bound,
      Direction way,
      Verdict verdict,
      Interval interval) {
    return new GateResult(id, title, value, bound, way, verdict, interval, "as measured");
  }

  private static List<ControlResult> controls() {
    return List.of(
        new ControlResult(
            "copy",
            "Rows drawn with replacement",
            List.of("P1", "P2", "P3"),
            List.of("P1", "P2", "P3")),
        new ControlResult(
            "independent",
            "Each column drawn on its own",
            List.of("F3", "U1"),
            List.of("F3", "U1")));
  }

  private static List<String> advice() {
    return List.of(
        "Collect about 200 more patients: the interval of P4-inference then fits below its bound.",
        "Or ask for the tier CONTROLLED, whose bound of 0.20 the interval already meets.");
  }

  private static LearningCurve learning() {
    return new LearningCurve(
        "bleedingPctVisit5",
        "difference of r",
        List.of(
            new LearningCurve.Point(.25, 206, -.09, new Interval(-.16, -.03)),
            new LearningCurve.Point(.5, 412, -.05, new Interval(-.09, -.02)),
            new LearningCurve.Point(.75, 617, -.03, new Interval(-.05, -.01)),
            new LearningCurve.Point(1, 823, -.02, new Interval(-.033, -.007))));
  }

  private static List<RocCurve> attacks(int patients) {
    List<RocCurve> curves = new ArrayList<>();
    String[] names = {"distance", "ratio", "density ratio", "family-aware"};
    double[] strength = {.06, .1, .2, .28};
    boolean[] member = new boolean[patients];
    for (int i = 0; i < patients; i++) {
      member[i] = i % 5 != 0;
    }
    for (int a = 0; a < names.length; a++) {
      RandomStream random = SEED.stream("attack/" + names[a]);
      double shift = strength[a];
      double[] scores =
          IntStream.range(0, patients)
              .mapToDouble(i -> random.normal(i, 0, 0) + (member[i] ? shift : 0))
              .toArray();
      double auc = .5 + shift / 3.7;
      curves.add(RocCurve.of(names[a], auc, new Interval(auc - .01, auc + .01), scores, member, 1));
    }
    return curves;
  }

  private static List<SubgroupRow> subgroups() {
    return List.of(
        new SubgroupRow("group", "T", 413, "largest KS distance", .05, .12),
        new SubgroupRow("ageYears", "40 and more", 21, "largest KS distance", .31, .28));
  }

  private static CorrelationMap correlations(Table cohort, Table release) {
    List<Integer> numbers =
        IntStream.range(0, cohort.columns().size())
            .filter(c -> cohort.columns().get(c).isNumber())
            .boxed()
            .toList();
    List<String> names =
        numbers.stream().map(c -> cohort.columns().get(c)).map(Column::name).toList();
    return CorrelationMap.of(names, spearman(cohort, numbers), spearman(release, numbers));
  }

  private static double[][] spearman(Table table, List<Integer> columns) {
    List<double[]> values = columns.stream().map(table::numbers).toList();
    double[][] matrix = new double[columns.size()][columns.size()];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = Spearman.of(values.get(i), values.get(j));
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] = 1;
    }
    return matrix;
  }
}
