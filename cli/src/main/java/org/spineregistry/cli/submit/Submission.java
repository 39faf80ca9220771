package org.spineregistry.cli.submit;

import java.util.List;
import java.util.function.IntConsumer;

/** Sends a file in parts and collects the answers. */
public final class Submission {
  /** Cases in one request: few enough to show progress, many enough to be quick. */
  static final int PART = 100;

  private final IntakeClient intake;

  /**
   * @param url base address of the intake, for example {@code http://127.0.0.1:8080}
   */
  public Submission(String url) {
    this.intake = new IntakeClient(url);
  }

  /**
   * Sends every case that can be sent.
   *
   * @param answered hears after each part how many cases have an answer
   */
  public SubmissionReport send(CaseFile file, IntConsumer answered) throws InterruptedException {
    SubmissionReport.Builder report = new SubmissionReport.Builder(file);
    List<CaseFile.Prepared> cases = file.cases();
    for (int from = 0; from < cases.size(); from += PART) {
      List<CaseFile.Prepared> part = cases.subList(from, Math.min(from + PART, cases.size()));
      List<Receipt> receipts = intake.post(part.stream().map(CaseFile.Prepared::json).toList());
      for (int i = 0; i < part.size(); i++) {
        report.add(part.get(i).line(), receipts.get(i));
      }
      answered.accept(from + part.size());
    }
    return report.build();
  }
}
