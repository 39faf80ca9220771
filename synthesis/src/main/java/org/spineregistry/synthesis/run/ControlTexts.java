package org.spineregistry.synthesis.run;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.report.ControlResult;

/** The built-in controls as a report shows them. */
public final class ControlTexts {
  private static final Map<String, String> MADE =
      Map.of(
          "copy", "Rows of patients, drawn with replacement.",
          "copy with noise", "The same, each number moved by 5 % of its standard deviation.",
          "independent", "Each column drawn on its own.",
          "collapsed", "Copies whose primary outcome is the median in every row.",
          "shifted", "Copies whose primary outcome is one standard deviation too high.",
          "scattered", "Copies whose missing cells were moved to random rows.");

  private ControlTexts() {}

  /** The same results in the form of a report. */
  public static List<ControlResult> of(
      List<org.spineregistry.synthesis.rigorous.ControlResult> controls) {
    return controls.stream()
        .map(
            control ->
                new ControlResult(
                    control.name(),
                    MADE.get(control.name()),
                    control.expected(),
                    control.expected().stream()
                        .filter(gate -> !control.missed().contains(gate))
                        .toList()))
        .toList();
  }
}
