package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a report must say and what it may not. The claims that are refused are those that no gate
 * can support: anonymity is a legal assessment, no regulator publishes numeric gates, and a
 * projected or averaged score is not a measurement.
 */
public final class Wording {
  /** Statements in every report. */
  public static final List<String> REQUIRED =
      List.of(
          "This report states which gates were run on these files and what they measured, nothing "
              + "else. A gate that is not listed was not run.",
          "The privacy gates measure the attacks named here. Other attacks may exist.",
          "Synthetic patients carry the biases of the cohort that the model was fitted on.",
          "Whether the files are personal data is a legal question that no gate answers. Singling "
              + "out, linkability and inference (gate P4; Article 29 Working Party, Opinion "
              + "05/2014) are evidence for that assessment.",
          "No regulator publishes numeric gates for synthetic data. The bounds are those of the "
              + "profile named above.",
          "Figures show groups of at least five patients, and shares of the cohort are rounded.");

  private static final Pattern REFUSED =
      Pattern.compile(
          "\\bis anonymous|\\bare anonymous|\\banonymous (data|patients|release)|\\banonymised"
              + "|gdpr[- ]?(exempt|compliant)|outside (the )?gdpr"
              + "|(no|zero|without) (risk of )?re-?identification"
              + "|(cnil|ema|fda)[- ](approved|certified|cleared)"
              + "|equivalent to real|(as good as|same as) real"
              + "|suitable for clinical (evidence|use|decision)"
              + "|k-anonymous|differentially private",
          Pattern.CASE_INSENSITIVE);

  private Wording() {}

  /** The statements that every report makes, then those of the caller, none twice. */
  static List<String> withRequired(List<String> statements) {
    List<String> all = new ArrayList<>(REQUIRED);
    statements.stream().filter(statement -> !all.contains(statement)).forEach(all::add);
    return List.copyOf(all);
  }

  /** Whether a text makes a claim that a report may not make. */
  public static boolean isRefused(String text) {
    return REFUSED.matcher(text).find();
  }
}
