package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrometheusConfigTest {
  private final Compose compose = Compose.load();
  private final Map<String, Object> config =
      Yaml.parse(Project.read("ops/prometheus/prometheus.yml"));

  @Test
  void everyTargetIsAServiceOfTheComposeFileAndThePortItListensOn() {
    List<String> known =
        compose.services().stream()
            .flatMap(s -> s.ports().stream().map(port -> s.name() + ":" + port.container()))
            .toList();

    assertThat(jobs()).isNotEmpty();
    jobs().forEach(job -> assertThat(known).containsAll(targets(job)));
  }

  @Test
  void everyServiceOfOursThatHasMetricsIsScraped() {
    List<String> expected =
        compose.ours().stream()
            .filter(service -> !service.ports().isEmpty())
            .map(service -> service.name() + ":" + service.ports().get(0).container())
            .toList();

    assertThat(targets(job("spine"))).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void thePathIsTheEndpointThatTheServicesOpen() {
    assertThat(job("spine")).containsEntry("metrics_path", "/prometheus");
    for (ComposeService service : compose.ours()) {
      if (!service.ports().isEmpty()) {
        Map<String, Object> settings =
            Yaml.parse(
                Project.read(
                    service.module().orElseThrow() + "/src/main/resources/application.yml"));
        Map<String, Object> endpoint =
            Yaml.map(Yaml.map(settings.get("endpoints")).get("prometheus"));
        assertThat(endpoint)
            .as(service.name())
            .containsEntry("enabled", true)
            .containsEntry("sensitive", false);
      }
    }
  }

  @Test
  void theRulesAreInTheFolderThatIsMounted() {
    assertThat(Yaml.strings(config.get("rule_files"))).containsExactly("alerts.yml");
    assertThat(compose.service("prometheus").orElseThrow().mounts())
        .contains(new ComposeService.Mount("./ops/prometheus", "/etc/prometheus"));
    assertThat(compose.service("prometheus").orElseThrow().command())
        .contains("--config.file=/etc/prometheus/prometheus.yml");
  }

  private List<Map<String, Object>> jobs() {
    return Yaml.list(config.get("scrape_configs")).stream().map(Yaml::map).toList();
  }

  private Map<String, Object> job(String name) {
    return jobs().stream()
        .filter(job -> name.equals(job.get("job_name")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> targets(Map<String, Object> job) {
    return Yaml.list(job.get("static_configs")).stream()
        .flatMap(part -> Yaml.strings(Yaml.map(part).get("targets")).stream())
        .toList();
  }
}
