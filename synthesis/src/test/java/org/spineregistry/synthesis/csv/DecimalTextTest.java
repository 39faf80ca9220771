package org.spineregistry.synthesis.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Judged by the number classes of the platform. */
class DecimalTextTest {
  private final DecimalText number = new DecimalText();

  private boolean read(String text) {
    byte[] bytes = ("x" + text + "x").getBytes(UTF_8);
    return number.read(bytes, 1, bytes.length - 1);
  }

  @Property(tries = 5000, seed = "2026")
  void isTheNearestDouble(@ForAll("numbers") String text) {
    assertThat(read(text)).isTrue();
    assertThat(number.value()).isEqualTo(Double.parseDouble(text));
    assertThat(number.decimals())
        .isEqualTo(Math.max(0, new BigDecimal(text).stripTrailingZeros().scale()));
  }

  @Property(tries = 2000, seed = "2026")
  void isTheDoubleThatWasPrinted(@ForAll double value) {
    assertThat(read(Double.toString(value))).isTrue();
    assertThat(number.value()).isEqualTo(value);
  }

  @Provide
  Arbitrary<String> numbers() {
    Arbitrary<String> whole = Arbitraries.oneOf(digits(4), digits(20));
    return Combinators.combine(
            Arbitraries.of("", "-", "+"),
            whole,
            whole,
            Arbitraries.of("", "e3", "E-2", "e+12", "e-30"))
        .as((sign, before, after, exponent) -> sign + before + "." + after + exponent);
  }

  private static Arbitrary<String> digits(int most) {
    return Arbitraries.strings().withChars("0123456789").ofMinLength(1).ofMaxLength(most);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,0,true",
    "-0.50,-0.5,1,true",
    "007,7,0,true",
    "63.0,63,0,true",
    "+63,63,0,false",
    "6.3e1,63,0,false",
    ".5,0.5,1,false",
    "5.,5,0,false",
    "58.76522929500342,58.76522929500342,14,true",
    "9007199254740993,9007199254740992,0,true"
  })
  void knowsValueDecimalsAndWhetherItIsPlain(
      String text, double value, int decimals, boolean plain) {
    assertThat(read(text)).isTrue();
    assertThat(number.value()).isEqualTo(value);
    assertThat(number.decimals()).isEqualTo(decimals);
    assertThat(number.isPlain()).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        "1e",
        "1e+",
        "1e1234",
        "1,5",
        "1 000",
        "0x10",
        "NaN",
        "Infinity",
        "1.2.3",
        "--1",
        "1-",
        "1f",
        "1d",
        "١"
      })
  void refusesAnythingElse(String text) {
    assertThat(read(text)).isFalse();
  }
}
