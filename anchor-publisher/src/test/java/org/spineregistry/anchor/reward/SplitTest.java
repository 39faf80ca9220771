package org.spineregistry.anchor.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitTest {

  @ParameterizedTest
  @MethodSource("splits")
  void splitsAsTheVectorsDo(JsonNode vector) {
    JsonNode input = vector.get("input");

    assertThat(
            Split.of(
                BaseUnits.parse(input.get("totalBaseUnits").asText()), texts(input.get("weights"))))
        .isEqualTo(texts(vector.get("expected").get("baseUnits")));
  }

  @Property(tries = 500, seed = "5")
  void thePartsSumToThePoolAndAreLessThanAUnitFromTheirShare(
      @ForAll @LongRange(min = 0) long pool,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 100_000) Integer> weights) {
    long sum = weights.stream().mapToLong(Integer::longValue).sum();
    if (sum == 0) {
      return;
    }
    List<BaseUnits> parts =
        Split.of(
            BaseUnits.parse(Long.toString(pool)),
            weights.stream().map(weight -> BaseUnits.parse(weight.toString())).toList());

    assertThat(parts.stream().map(BaseUnits::value).reduce(BigInteger.ZERO, BigInteger::add))
        .isEqualTo(BigInteger.valueOf(pool));
    for (int i = 0; i < parts.size(); i++) {
      BigInteger exact = BigInteger.valueOf(pool).multiply(BigInteger.valueOf(weights.get(i)));
      BigInteger distance =
          parts.get(i).value().multiply(BigInteger.valueOf(sum)).subtract(exact).abs();
      assertThat(distance).isLessThan(BigInteger.valueOf(sum));
    }
  }

  @Test
  void aPoolNeedsSomebodyToPay() {
    List<BaseUnits> weights = List.of(BaseUnits.ZERO);
    assertThatThrownBy(() -> Split.of(BaseUnits.ZERO, weights))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static List<JsonNode> splits() throws IOException {
    return AmountVectors.of("split");
  }

  private static List<BaseUnits> texts(JsonNode numbers) {
    return StreamSupport.stream(numbers.spliterator(), false)
        .map(number -> BaseUnits.parse(number.asText()))
        .toList();
  }
}
