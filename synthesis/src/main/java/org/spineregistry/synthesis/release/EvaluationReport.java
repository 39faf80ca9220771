package org.spineregistry.synthesis.release;

import java.util.List;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.evaluation.EvaluationInput;
import org.spineregistry.synthesis.evaluation.EvaluationResult;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.report.ReportHead;
import org.spineregistry.synthesis.report.ReportVerdict;
import org.spineregistry.synthesis.run.EngineInfo;
import org.spineregistry.synthesis.run.ModelKind;
import org.spineregistry.synthesis.run.Outcome;

/** The report of an evaluation of data that somebody else generated. */
public final class EvaluationReport {
  private EvaluationReport() {}

  /**
   * {@code report.json} and {@code report.html}.
   *
   * @param source name of the file that the training table was read from
   * @param judged the file that was evaluated
   */
  public static List<ReleaseFile> files(
      EvaluationResult result, EvaluationInput input, String source, DatasetFile judged) {
    return ReleaseFiles.reports(of(result, input, source, judged));
  }

  private static ReportContent of(
      EvaluationResult result, EvaluationInput input, String source, DatasetFile judged) {
    String[] profile = result.profile().split("/", 2);
    EngineInfo engine = EngineInfo.of(ModelKind.STEP_COPULA);
    ReportHead head =
        new ReportHead(
            source,
            input.training().rows(),
            input.training().columns().size(),
            input.synthetic().rows(),
            profile[0],
            RunReport.BOUNDS,
            profile[1],
            result.outcome() == Outcome.CERTIFIED
                ? ReportVerdict.PASSED
                : ReportVerdict.valueOf(result.outcome().name()),
            result.seedSha256(),
            engine.name() + " " + engine.version() + " evaluation",
            List.of(judged));
    return ReportContent.of(
        head,
        Sections.of(result.profile(), result.gates(), result.notes()),
        result.controls(),
        List.of(),
        ReportFigures.of(input.training(), input.synthetic()),
        List.of(),
        result.notes());
  }
}
