package org.spineregistry.synthesis.report;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.spineregistry.synthesis.gate.GateResult;

/** What each gate asks, for a reader who treats patients and not tables. */
public final class GateQuestions {
  private static final Map<String, String> QUESTIONS =
      Map.ofEntries(
          entry("G0", "Are the conditions for a run met?"),
          entry("G0-repeated", "How many synthetic rows stand in the table more than once?"),
          entry("G0-fit", "Can a model be fitted within the rules?"),
          entry("F1", "Is each number spread as it is in the real patients?"),
          entry("F1-sd", "Does each number vary as much as in the real patients?"),
          entry("F1-collapse", "Does any value turn up far too often?"),
          entry("F2", "Is the shape of each variable kept?"),
          entry("F2-variation", "Is each category as common as in the real patients?"),
          entry("F3", "Do variables go together as they do in the real patients?"),
          entry("F4", "Are values missing as often as in the real patients?"),
          entry("F4-joint", "Are visits missed together as in the real patients?"),
          entry("F4-implied", "Does what is never recorded stay unrecorded?"),
          entry("F4-dropout", "Do patients lost to follow-up differ from the rest as they did?"),
          entry("F5", "Does every synthetic patient obey the rules of the registry?"),
          entry("F6", "Can a computer tell synthetic from real patients?"),
          entry("F7", "How far must values be moved to turn one table into the other?"),
          entry("F7-mmd", "Do all variables together tell the two tables apart?"),
          entry("U1", "Does a prediction learned on synthetic patients work on real ones?"),
          entry("U2", "Would a regression come to the same conclusion?"),
          entry("U3", "Would more patients help?"),
          entry("U4-curve", "Is the survival curve kept?"),
          entry("U4-hazard", "Would a Cox regression come to the same conclusion?"),
          entry("U4-concordance", "Does a survival prediction learned on synthetic patients work?"),
          entry("P1", "Are synthetic patients copies of real ones?"),
          entry("P2", "Do synthetic patients lie too near to those whom the model saw?"),
          entry("P3", "Can an attacker tell who was in the cohort?"),
          entry("P3-tpr", "Can an attacker be nearly certain of some patients?"),
          entry("P4", "Can a patient be singled out, linked or guessed?"),
          entry("P4-singling", "Can a single patient be singled out?"),
          entry("P4-linkability", "Can two halves of a patient's record be put together?"),
          entry("P4-inference", "Can a patient's secret be guessed from the rest?"),
          entry("P5", "Does having been in the cohort give a patient's secret away?"),
          entry("P6", "Is each combination of identifying traits shared by enough real patients?"),
          entry("P6-extremes", "Does any row show the extreme value of a patient?"),
          entry("P6-levels", "Does any row show a trait that hardly any patient has?"),
          entry("P7", "Are there enough patients for so many variables?"),
          entry("P8", "Is there a formal privacy budget?"),
          entry("R1", "Does the same run give the same files?"),
          entry("R2", "Do repeated runs agree?"),
          entry("fidelity", "Are the distributions alike on average?"),
          entry("utility", "Does a prediction learned on synthetic patients work on real ones?"),
          entry("privacy-nndr", "Do synthetic patients keep their distance from real ones?"),
          entry("privacy-mia", "Can an attacker tell who was in the cohort?"),
          entry("privacy-k", "How rare is the rarest synthetic combination of traits?"));

  private GateQuestions() {}

  /** The question of a gate: that of its id, or of the beginning of it, or else its title. */
  public static String of(GateResult gate) {
    String id = gate.id();
    while (true) {
      Optional<String> question = Optional.ofNullable(QUESTIONS.get(id));
      int dash = id.lastIndexOf('-');
      if (question.isPresent() || dash < 0) {
        return question.orElse(gate.title());
      }
      id = id.substring(0, dash);
    }
  }
}
