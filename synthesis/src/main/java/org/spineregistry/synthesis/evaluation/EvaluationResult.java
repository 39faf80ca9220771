package org.spineregistry.synthesis.evaluation;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.run.Outcome;

/**
 * What an evaluation found. Nothing here holds a value of a patient, and nothing is a certificate:
 * who evaluates has not seen how the data were generated.
 *
 * @param profile name of the gates and their bounds
 * @param gates in the order of the profile; those that need the model are reported as not run
 * @param outcome {@link Outcome#CERTIFIED} when every deciding gate passed
 * @param controls what became of the built-in controls
 * @param notes what a reader should know beside the gates
 * @param seedSha256 commitment to the seed
 */
public record EvaluationResult(
    String profile,
    List<GateResult> gates,
    Outcome outcome,
    List<ControlResult> controls,
    List<String> notes,
    String seedSha256) {
  public EvaluationResult {
    gates = List.copyOf(gates);
    controls = List.copyOf(controls);
    notes = List.copyOf(notes);
  }
}
