package org.spineregistry.synthesis.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.report.LineageEntry;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportHead;
import org.spineregistry.synthesis.report.ReportVerdict;
import org.spineregistry.synthesis.run.Dataset;
import org.spineregistry.synthesis.run.RunResult;

/** The report of a run. */
public final class RunReport {
  /** Version of the bounds of all profiles. */
  static final String BOUNDS = "1";

  private RunReport() {}

  /**
   * Puts a report together.
   *
   * @param files that may leave the house; empty when none may
   */
  public static ReportContent of(
      RunResult result, ReleaseSubject subject, List<DatasetFile> files) {
    return ReportContent.of(
        head(result, subject, files),
        Sections.of(result.profile(), result.gates(), result.notes()),
        result.controls(),
        result.advice(),
        result.figures(),
        lineage(result, subject),
        result.notes());
  }

  private static ReportHead head(
      RunResult result, ReleaseSubject subject, List<DatasetFile> files) {
    String[] profile = result.profile().split("/", 2);
    return new ReportHead(
        subject.source(),
        subject.patients(),
        subject.columns().size(),
        result.datasets().stream().mapToLong(Dataset::rows).sum(),
        profile[0],
        BOUNDS,
        profile.length > 1 ? profile[1] : null,
        ReportVerdict.valueOf(result.outcome().name()),
        result.seedSha256(),
        result.engine().name() + " " + result.engine().version() + " " + result.engine().model(),
        files);
  }

  private static List<LineageEntry> lineage(RunResult result, ReleaseSubject subject) {
    List<LineageEntry> lineage = new ArrayList<>(subject.lineage());
    lineage.add(new LineageEntry("engine commit", result.engine().commit()));
    for (Map.Entry<String, Object> parameter : new TreeMap<>(result.parameters()).entrySet()) {
      if (!parameter.getKey().equals("controls")) { // they have their own table
        lineage.add(new LineageEntry(parameter.getKey(), PlainWords.of(parameter.getValue())));
      }
    }
    return lineage;
  }
}
