package org.spineregistry.synthesis.missing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class MissingPatternTest {
  private static final JsonNode VECTOR =
      Vectors.cases("missingness.json").findFirst().orElseThrow();

  @Test
  void findsTheBlocksOfTheRealCohort() {
    Table cohort = OptData.table(Vectors.texts(VECTOR.get("columns")));
    List<Integer> all = IntStream.range(0, cohort.columns().size()).boxed().toList();

    List<Block> blocks = MissingPattern.of(cohort, all, VECTOR.get("k").asInt()).blocks();

    JsonNode expected = VECTOR.get("expected").get("blocks");
    assertThat(blocks).hasSize(expected.size());
    for (int b = 0; b < blocks.size(); b++) {
      assertBlock(cohort, blocks.get(b), expected.get(b));
    }
  }

  private static void assertBlock(Table cohort, Block block, JsonNode expected) {
    assertThat(block.columns().stream().map(c -> cohort.columns().get(c).name()))
        .containsExactlyElementsOf(Vectors.texts(expected.get("columns")));
    assertThat(block.missing()).isEqualTo(expected.get("missing").asInt());
    assertThat(block.implications().stream().map(implication -> text(cohort, implication)))
        .containsExactlyElementsOf(
            Vectors.stream(expected.get("impliedBy")).map(MissingPatternTest::text).toList());
    assertThat(block.rowsAtRisk()).isEqualTo(expected.get("atRisk").asInt());
    assertThat(block.missingAtRisk()).isEqualTo(expected.get("missingAtRisk").asInt());
    assertThat(block.latent()).isEqualTo(expected.get("latent").asBoolean());
    if (block.latent()) {
      double threshold =
          StandardNormal.quantile(1 - (double) block.missingAtRisk() / block.rowsAtRisk());
      assertThat(threshold).isCloseTo(expected.get("threshold").asDouble(), within(1e-12));
    }
  }

  private static String text(JsonNode implication) {
    return (implication.has("block")
            ? "block " + implication.get("block").asInt()
            : implication.get("column").asText() + "=" + implication.get("level").asText())
        + " "
        + implication.get("support").asInt();
  }

  private static String text(Table cohort, Implication implication) {
    return (implication.isByBlock()
            ? "block " + implication.block()
            : cohort.columns().get(implication.column()).name()
                + "="
                + cohort.levels(implication.column()).get(implication.code()))
        + " "
        + implication.support();
  }
}
