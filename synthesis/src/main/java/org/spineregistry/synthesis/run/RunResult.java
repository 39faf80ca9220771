package org.spineregistry.synthesis.run;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.table.Spelling;

/**
 * What a run found. Nothing here holds a value of a patient.
 *
 * @param datasets of rising size
 * @param gates in the order of the profile
 * @param verdict refused unless every deciding gate passed
 * @param outcome the same with its reason
 * @param profile name of the gate profile
 * @param engine the code that ran
 * @param parameters of model and audit: texts, numbers, booleans, lists and maps of them
 * @param notes what a reader should know beside the gates
 * @param seedSha256 commitment to the seed
 * @param controls built-in releases that the gates had to see fail; empty when the profile has none
 * @param advice what would help a run that is not certified, a sentence each
 * @param figures the drawings of a report
 */
public record RunResult(
    List<Dataset> datasets,
    List<GateResult> gates,
    OverallVerdict verdict,
    Outcome outcome,
    String profile,
    EngineInfo engine,
    Map<String, Object> parameters,
    List<String> notes,
    String seedSha256,
    List<ControlResult> controls,
    List<String> advice,
    ReportFigures figures) {
  public RunResult {
    datasets = List.copyOf(datasets);
    gates = List.copyOf(gates);
    notes = List.copyOf(notes);
    controls = List.copyOf(controls);
    advice = List.copyOf(advice);
  }

  /**
   * The same, its datasets as a file calls its columns and levels. Gates and figures keep the names
   * of the schema.
   */
  public RunResult spelt(Spelling spelling) {
    return new RunResult(
        datasets.stream().map(dataset -> dataset.spelt(spelling)).toList(),
        gates,
        verdict,
        outcome,
        profile,
        engine,
        parameters,
        notes,
        seedSha256,
        controls,
        advice,
        figures);
  }
}
