package org.spineregistry.synthesis.release;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.dataset.Croissant;
import org.spineregistry.synthesis.dataset.DataDictionaryTable;
import org.spineregistry.synthesis.dataset.DatasetCard;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.dataset.ParquetWriter;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportJson;
import org.spineregistry.synthesis.report.html.ReportHtml;
import org.spineregistry.synthesis.run.Dataset;
import org.spineregistry.synthesis.run.Outcome;
import org.spineregistry.synthesis.run.RunResult;

/**
 * All files of a run. What was not certified leaves no dataset, only the report that says why.
 *
 * @param datasets first each size as CSV, then each as Parquet; empty unless the run is certified
 * @param descriptions data dictionary and Croissant metadata; empty likewise
 * @param reports {@code report.json} and {@code report.html}
 */
public record ReleaseFiles(
    List<ReleaseFile> datasets, List<ReleaseFile> descriptions, List<ReleaseFile> reports) {
  private static final String JSON = "application/json";

  public ReleaseFiles {
    datasets = List.copyOf(datasets);
    descriptions = List.copyOf(descriptions);
    reports = List.copyOf(reports);
  }

  /** Writes the files of a run; the same run gives the same bytes. */
  public static ReleaseFiles of(RunResult result, ReleaseSubject subject) {
    boolean certified = result.outcome() == Outcome.CERTIFIED;
    List<ReleaseFile> datasets = certified ? datasets(result.datasets()) : List.of();
    List<DatasetFile> facts = datasets.stream().map(ReleaseFile::facts).toList();
    ReportContent report = RunReport.of(result, subject, facts);
    return new ReleaseFiles(
        datasets,
        certified ? descriptions(result, subject, facts, report) : List.of(),
        reports(report));
  }

  /** Both forms of a report. */
  static List<ReleaseFile> reports(ReportContent report) {
    return List.of(
        ReleaseFile.of("report.json", JSON, 0, ReportJson.write(report)),
        ReleaseFile.of("report.html", "text/html", 0, ReportHtml.write(report)));
  }

  /** Every file, datasets first. */
  public List<ReleaseFile> all() {
    List<ReleaseFile> all = new ArrayList<>(datasets);
    all.addAll(descriptions);
    all.addAll(reports);
    return all;
  }

  /** Each dataset as CSV, then each as Parquet. */
  public static List<ReleaseFile> datasets(List<Dataset> datasets) {
    List<ReleaseFile> files = new ArrayList<>();
    for (Dataset dataset : datasets) {
      files.add(
          ReleaseFile.of(stem(dataset) + ".csv", DatasetFile.CSV, dataset.rows(), dataset.csv()));
    }
    for (Dataset dataset : datasets) {
      files.add(
          ReleaseFile.of(
              stem(dataset) + ".parquet",
              DatasetFile.PARQUET,
              dataset.rows(),
              ParquetWriter.write(dataset.table())));
    }
    return files;
  }

  private static String stem(Dataset dataset) {
    return "synthetic-" + dataset.rows();
  }

  private static List<ReleaseFile> descriptions(
      RunResult result, ReleaseSubject subject, List<DatasetFile> files, ReportContent report) {
    DatasetCard card =
        new DatasetCard(
            subject.source() + "-synthetic",
            "Synthetic patients of "
                + subject.source()
                + ", which met the gate profile "
                + result.profile()
                + ". See report.html for every gate with value, interval and bound.",
            subject.license(),
            "report.html",
            subject.publisher(),
            subject.date(),
            "1.0.0",
            report.statements());
    return List.of(
        ReleaseFile.of(
            "dictionary.csv",
            DatasetFile.CSV,
            0,
            DataDictionaryTable.csv(subject.columns(), subject.docs())),
        ReleaseFile.of(
            "dictionary.json",
            JSON,
            0,
            DataDictionaryTable.json(subject.columns(), subject.docs())),
        ReleaseFile.of(
            "croissant.json",
            "application/ld+json",
            0,
            Croissant.write(card, files, subject.columns(), subject.docs())));
  }
}
