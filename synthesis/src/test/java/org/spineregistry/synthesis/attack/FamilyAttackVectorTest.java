package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

/** Groups of patients stand in for the release and the reference; features are of numbers only. */
class FamilyAttackVectorTest {
  private static final Offset<Double> TOLERANCE = within(1e-7);

  static Stream<JsonNode> cases() {
    return Vectors.cases("family-attack.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void logLikelihoodRatioAgrees(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    int[] synthetic = OptData.rowsWith(vector.get("synthetic"));
    int[] reference = OptData.rowsWith(vector.get("reference"));
    Table table = OptData.table(Vectors.texts(vector.get("columns")));
    EncodedRows features = first(Features.of(table).encode(table), table.columns().size());
    LedoitWolf release = LedoitWolf.of(select(features, synthetic));
    LedoitWolf others = LedoitWolf.of(select(features, reference));

    double[] scores = GaussianModel.of(release).logLikelihoods(features);
    double[] underReference = GaussianModel.of(others).logLikelihoods(features);
    Arrays.setAll(scores, row -> scores[row] - underReference[row]);

    assertThat(release.shrinkage())
        .isCloseTo(expected.get("syntheticShrinkage").asDouble(), TOLERANCE);
    assertThat(others.shrinkage())
        .isCloseTo(expected.get("referenceShrinkage").asDouble(), TOLERANCE);
    JsonNode firstFeatures = expected.get("firstFeatures");
    for (int row = 0; row < firstFeatures.size(); row++) {
      assertThat(select(features, new int[] {row}).values())
          .containsExactly(Vectors.doubles(firstFeatures.get(row)), TOLERANCE);
    }
    double[] firstScores = Vectors.doubles(expected.get("firstScores"));
    assertThat(Arrays.copyOf(scores, firstScores.length)).containsExactly(firstScores, TOLERANCE);
    assertThat(mean(scores, synthetic))
        .isCloseTo(expected.get("meanScoreSynthetic").asDouble(), TOLERANCE);
    assertThat(mean(scores, reference))
        .isCloseTo(expected.get("meanScoreReference").asDouble(), TOLERANCE);
    assertThat(auc(scores, synthetic)).isCloseTo(expected.get("auc").asDouble(), TOLERANCE);
  }

  /** Rows of the synthetic group against all other rows, those of the reference or not. */
  private static double auc(double[] scores, int[] synthetic) {
    boolean[] positive = new boolean[scores.length];
    IntStream.of(synthetic).forEach(row -> positive[row] = true);
    return new Auc(scores, positive).value();
  }

  private static double mean(double[] scores, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> scores[row]).average().orElseThrow();
  }

  private static EncodedRows select(EncodedRows all, int[] rows) {
    double[] values =
        IntStream.of(rows)
            .boxed()
            .flatMapToDouble(
                row ->
                    Arrays.stream(
                        all.values(), row * all.dimensions(), (row + 1) * all.dimensions()))
            .toArray();
    return new EncodedRows(rows.length, all.dimensions(), values);
  }

  /** Without the flags of missing blocks, which the vectors do not know. */
  private static EncodedRows first(EncodedRows all, int dimensions) {
    double[] values =
        IntStream.range(0, all.rows() * dimensions)
            .mapToDouble(i -> all.values()[i / dimensions * all.dimensions() + i % dimensions])
            .toArray();
    return new EncodedRows(all.rows(), dimensions, values);
  }
}
