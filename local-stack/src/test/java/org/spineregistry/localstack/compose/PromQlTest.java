package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromQlTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up == 0 | up",
        "sum by (service, code) (rate(a_total{x=\"b_total\", y=~\"c.d\"}[5m])) | a_total",
        "max(a) by (b) > 10 and max by (b) (deriv(c[10m])) > 0 | a,c",
        "(a unless a offset 1h) or on (b) c | a,c",
        "sum by(s) (a) / ignoring(t) group_left(u) sum by(s) (b) | a,b",
        "histogram_quantile(0.9, sum by (le) (rate(a_bucket[5m]))) | a_bucket",
        "1 - avg_over_time(a:b[1h:5m]) | a:b"
      })
  void findsMetricsAndNothingElse(String expression, String metrics) {
    assertThat(PromQl.metrics(expression)).containsExactlyInAnyOrder(metrics.split(","));
  }
}
