package org.spineregistry.synthesis.evaluation;

import java.util.Map;
import org.spineregistry.synthesis.rigorous.Tier;

/**
 * Choices of an evaluation.
 *
 * @param tier whose bounds decide
 * @param promisesKRules whether the generator promises the k rules of P6, so that a single row that
 *     breaks one refuses the data; otherwise its rows are compared with patients kept aside
 * @param showsPublished whether the gates of the publication are shown beside
 * @param quasiIdentifierBands widths of bands for the published gates, by column name
 */
public record EvaluationSettings(
    Tier tier,
    boolean promisesKRules,
    boolean showsPublished,
    Map<String, Double> quasiIdentifierBands) {
  public EvaluationSettings {
    quasiIdentifierBands = Map.copyOf(quasiIdentifierBands);
  }

  /** A generator of which nothing is known; the published gates are shown. */
  public static EvaluationSettings of(Tier tier) {
    return new EvaluationSettings(tier, false, true, Map.of());
  }
}
