package org.spineregistry.synthesis.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.ColumnValues;

class CategoryModelTest {
  private static final List<String> LEVELS = List.of("A", "B", "C", "UNUSED");

  /** Five of C, three of A, two of B: intervals (0, .5), (.5, .8), (.8, 1). */
  private static final int[] CODES = {2, 2, 2, 2, 2, 0, 0, 0, 1, 1};

  @Test
  void levelsByFallingFrequencyOwnIntervals() {
    FittedColumn fitted = CategoryModel.fit(CODES, LEVELS, Imputation.MEAN, row -> 0.5);

    assertThat(fitted.scores()[0]).isCloseTo(StandardNormal.quantile(0.25), within(1e-14));
    assertThat(fitted.scores()[5]).isCloseTo(StandardNormal.quantile(0.65), within(1e-14));
    assertThat(fitted.scores()[8]).isCloseTo(StandardNormal.quantile(0.90), within(1e-14));
  }

  @Test
  void aLatentNumberFallsBackIntoItsLevel() {
    ColumnModel model = CategoryModel.fit(CODES, LEVELS, Imputation.MEAN, row -> 0.5).model();
    double[] latent = {
      StandardNormal.quantile(0.49),
      StandardNormal.quantile(0.51),
      StandardNormal.quantile(0.79),
      StandardNormal.quantile(0.81),
      -9,
      9,
      Double.NaN
    };

    ColumnValues.Codes decoded = (ColumnValues.Codes) model.decode(latent);

    assertThat(decoded.values()).containsExactly(2, 0, 0, 1, 2, 1, -1);
    assertThat(decoded.levels()).isEqualTo(LEVELS);
  }

  @Test
  void equallyFrequentLevelsKeepTheOrderOfTheSchema() {
    ColumnModel model =
        CategoryModel.fit(new int[] {1, 0, 1, 0}, LEVELS, Imputation.MEAN, row -> 0.5).model();

    assertThat(((ColumnValues.Codes) model.decode(new double[] {-1, 1})).values())
        .containsExactly(0, 1);
  }

  @Test
  void aMissingValueIsADrawFromTheWholeOrLeftOut() {
    int[] codes = {0, 0, 1, -1, -1};

    FittedColumn mean = CategoryModel.fit(codes, LEVELS, Imputation.MEAN, row -> 0.123);
    FittedColumn none = CategoryModel.fit(codes, LEVELS, Imputation.NONE, row -> 0.123);

    assertThat(mean.scores()[3]).isCloseTo(StandardNormal.quantile(0.123), within(1e-14));
    assertThat(none.scores()[3]).isNaN();
    assertThat(mean.model().missingRate()).isEqualTo(0.4);
  }

  @Test
  void scoresNeverReachTheInfinities() {
    FittedColumn fitted = CategoryModel.fit(CODES, LEVELS, Imputation.MEAN, row -> 1e-17);

    assertThat(fitted.scores()[0]).isCloseTo(StandardNormal.quantile(1e-7), within(1e-12));
  }
}
