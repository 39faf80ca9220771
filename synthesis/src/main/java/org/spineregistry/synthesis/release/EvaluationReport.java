package org.spineregistry.synthesis.release;

import java.util.List;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.evaluation.EvaluationInput;
import org.spineregistry.synthesis.evaluation.EvaluationResult;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.report.ReportHead;
import org.spineregistry.synthesis.report.ReportJson;
import org.spineregistry.synthesis.report.ReportVerdict;
import org.spineregistry.synthesis.report.html.ReportHtml;
import org.spineregistry.synthesis.run.ControlTexts;
import org.spineregistry.synthesis.run.EngineInfo;
import org.spineregistry.synthesis.run.ModelKind;
import org.spineregistry.synthesis.run.Outcome;

/** The report of an evaluation of data that somebody else generated. */
public final class EvaluationReport {
  private EvaluationReport() {}

  /** {@code report.json} and {@code report.html}. */
  public static List<ReleaseFile> files(
      EvaluationResult result, EvaluationInput input, ReleaseSubject subject, DatasetFile judged) {
    ReportContent content = of(result, input, subject, judged);
    return List.of(
        ReleaseFile.of("report.json", "application/json", 0, ReportJson.write(content)),
        ReleaseFile.of("report.html", "text/html", 0, ReportHtml.write(content)));
  }

  private static ReportContent of(
      EvaluationResult result, EvaluationInput input, ReleaseSubject subject, DatasetFile judged) {
    ReportFigures figures = ReportFigures.of(input.training(), input.synthetic());
    String[] profile = result.profile().split("/", 2);
    EngineInfo engine = EngineInfo.of(ModelKind.STEP_COPULA);
    ReportHead head =
        new ReportHead(
            subject.source(),
            subject.patients(),
            subject.columns().size(),
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
    return new ReportContent(
        head,
        Sections.of(result.profile(), result.gates(), result.notes()),
        ControlTexts.of(result.controls()),
        List.of(),
        figures.marginals(),
        figures.correlations(),
        figures.missingness(),
        figures.learningCurve(),
        figures.attacks(),
        figures.subgroups(),
        subject.lineage(),
        result.notes());
  }
}
