package org.spineregistry.synthesis.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {
  /** The example of RFC 8785, section 3.2.2, shortened to what certificates hold. */
  @Test
  void numbersTextsAndOrderAreThoseOfTheStandard() {
    String json =
        "{ \"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
            + " \"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
            + " \"literals\": [null, true, false] }";

    assertThat(new String(CanonicalJson.of(json.getBytes(UTF_8)), UTF_8))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, appendix B: doubles by their bits. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555555, 333333333.3333333",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void doublesAreWrittenAsInTheStandard(String bits, String text) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(new String(CanonicalJson.write(List.of(value)), UTF_8)).isEqualTo("[" + text + "]");
  }

  @Property(tries = 500, seed = "2026")
  void aFiniteDoubleReadsBackAsItself(@ForAll double value) {
    String text = new String(CanonicalJson.write(List.of(value)), UTF_8);

    assertThat(Double.parseDouble(text.substring(1, text.length() - 1))).isEqualTo(value + 0.0);
  }

  @Test
  void keysAreSortedHoweverTheyCame() {
    assertThat(new String(CanonicalJson.write(Map.of("b", 1, "a", 2, "B", 3)), UTF_8))
        .isEqualTo("{\"B\":3,\"a\":2,\"b\":1}");
  }

  @Test
  void aNumberThatIsNotFiniteHasNoCanonicalForm() {
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> CanonicalJson.write(Map.of("value", value)))
          .isInstanceOf(UncheckedIOException.class);
    }
    assertThatThrownBy(() -> CanonicalJson.of("[1e400]".getBytes(UTF_8)))
        .isInstanceOf(UncheckedIOException.class);
  }
}
