package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertRulesTest {
  private static final Set<String> SEVERITIES = Set.of("page", "ticket", "privacy");

  private final List<Rules.Alert> alerts = Rules.load();

  @Test
  void everyAlertHasASeverityASummaryAndARunbookOfItsName() {
    assertThat(alerts).hasSizeGreaterThan(10);
    for (Rules.Alert alert : alerts) {
      assertThat(alert.labels()).as(alert.name()).containsOnlyKeys("severity");
      assertThat(SEVERITIES).as(alert.name()).contains(alert.labels().get("severity").toString());
      assertThat(alert.annotations()).as(alert.name()).containsOnlyKeys("summary", "runbook");
      assertThat(alert.annotations())
          .containsEntry("runbook", "docs/operations.md#" + alert.name().toLowerCase(Locale.ROOT));
    }
  }

  @Test
  void everyRunbookSectionIsThereAndAnswersAnAlert() {
    String runbook = Project.read("docs/operations.md").split("\n## 5\\. ")[1].split("\n## ")[0];
    Set<String> sections =
        runbook
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring(4))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(sections)
        .containsExactlyInAnyOrderElementsOf(alerts.stream().map(Rules.Alert::name).toList());
  }

  @Test
  void alertsUseOnlyMetricsThatSomebodyExports() {
    Metrics metrics = Metrics.load();
    for (Rules.Alert alert : alerts) {
      assertThat(metrics.unknown(alert.expression())).as(alert.name()).isEmpty();
    }
  }

  @Test
  void noAlertCarriesAnIdOfAPersonOrCase() {
    assertThat(Project.read(Rules.FILE).toLowerCase(Locale.ROOT))
        .doesNotContain("caseid", "siteid", "contributorid", "beneficiaryid", "reviewer");
  }

  @Test
  void everyAlertIsFiredByATestOfTheRules() {
    Set<String> fired =
        Yaml.list(Yaml.parse(Project.read(Rules.TESTS)).get("tests")).stream()
            .flatMap(test -> Yaml.list(Yaml.map(test).get("alert_rule_test")).stream())
            .map(Yaml::map)
            .filter(test -> !Yaml.list(test.get("exp_alerts")).isEmpty())
            .map(test -> String.valueOf(test.get("alertname")))
            .collect(Collectors.toSet());

    assertThat(fired)
        .containsExactlyInAnyOrderElementsOf(alerts.stream().map(Rules.Alert::name).toList());
  }

  /**
   * Needs promtool, which Debian's package {@code prometheus} brings; without it this test is
   * skipped.
   */
  @Test
  void theTestsOfTheRulesPass(@TempDir Path dir) throws Exception {
    Optional<Path> promtool = promtool();
    assumeTrue(promtool.isPresent(), "promtool is not installed");
    Path output = dir.resolve("output");
    Process process =
        new ProcessBuilder(promtool.get().toString(), "test", "rules", "alerts-test.yml")
            .directory(Project.path("ops/prometheus").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
  }

  private static Optional<Path> promtool() {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, "promtool"))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
