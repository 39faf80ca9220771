package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {
  private static final int COLUMNS = 24;

  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void usesOnlyMetricsThatSomebodyExports(Dashboard dashboard) {
    Metrics metrics = Metrics.load();

    assertThat(dashboard.expressions()).hasSizeGreaterThan(5);
    for (String expression : dashboard.expressions()) {
      assertThat(metrics.unknown(expression)).as(expression).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelSaysWhatItShowsAndReadsTheProvisionedSource(Dashboard dashboard) {
    Object source = source().get("uid");
    Set<Object> ids = new HashSet<>();
    for (Map<String, Object> panel : dashboard.panels()) {
      assertThat(String.valueOf(panel.get("title"))).isNotBlank();
      assertThat(String.valueOf(panel.get("description")))
          .as("" + panel.get("title"))
          .hasSizeGreaterThan(20);
      assertThat(Yaml.map(panel.get("datasource"))).containsEntry("uid", source);
      assertThat(ids.add(panel.get("id"))).as("id of " + panel.get("title")).isTrue();
      assertThat(Yaml.list(panel.get("targets"))).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsLieInTheGridWithoutOverlap(Dashboard dashboard) {
    Set<String> cells = new HashSet<>();
    for (Object panel : Yaml.list(dashboard.tree().get("panels"))) {
      Map<String, Object> place = Yaml.map(Yaml.map(panel).get("gridPos"));
      for (int x = number(place, "x"); x < number(place, "x") + number(place, "w"); x++) {
        assertThat(x).isLessThan(COLUMNS);
        for (int y = number(place, "y"); y < number(place, "y") + number(place, "h"); y++) {
          assertThat(cells.add(x + "," + y)).as("cell %d,%d is taken twice", x, y).isTrue();
        }
      }
    }
  }

  @Test
  void theSourceIsThePrometheusOfTheComposeFile() {
    assertThat(source()).containsEntry("url", "http://prometheus:9090");
    assertThat(Compose.load().service("prometheus").orElseThrow().ports())
        .contains(new ComposeService.Port(9090, 9090));
  }

  @Test
  void theHomeDashboardAndTheFolderOfDashboardsAreMounted() {
    ComposeService grafana = Compose.load().service("grafana").orElseThrow();
    Map<String, Object> provider =
        Yaml.map(
            Yaml.list(
                    Yaml.parse(Project.read("ops/grafana/provisioning/dashboards/spine.yml"))
                        .get("providers"))
                .get(0));
    String folder = String.valueOf(Yaml.map(provider.get("options")).get("path"));
    String home = grafana.environment().get("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH");

    assertThat(grafana.mounts())
        .contains(new ComposeService.Mount("./ops/grafana/dashboards", folder));
    assertThat(home).startsWith(folder + "/");
    assertThat(Project.has("ops/grafana/dashboards" + home.substring(folder.length()))).isTrue();
  }

  private static Map<String, Object> source() {
    return Yaml.map(
        Yaml.list(
                Yaml.parse(Project.read("ops/grafana/provisioning/datasources/prometheus.yml"))
                    .get("datasources"))
            .get(0));
  }

  private static int number(Map<String, Object> map, String key) {
    return Integer.parseInt(map.get(key).toString());
  }
}
