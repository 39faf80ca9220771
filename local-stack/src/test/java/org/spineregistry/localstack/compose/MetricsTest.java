package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The list of metrics against the code. Names that Kafka and the JVM bring are held by tests that
 * start them ({@code StreamsMetricsIT}, {@code ReviewApplicationTest}); our own are looked up where
 * they are registered.
 */
class MetricsTest {
  private static final String OURS = "spine_";
  private static final String SHARED = "service-support";

  /** What Prometheus' text format puts behind a name, by kind of meter. */
  private static final List<String> SUFFIXES =
      List.of("_seconds_count", "_seconds_sum", "_seconds_max", "_total", "");

  private final Metrics metrics = Metrics.load();

  @Test
  void everyMetricOfOursIsRegisteredByItsService() {
    for (Metrics.Declared metric : metrics.declared()) {
      if (metric.name().startsWith(OURS)) {
        assertThat(isRegistered(metric)).as(metric.service() + " " + metric.name()).isTrue();
      }
    }
  }

  @Test
  void aMetricThatNobodyRegistersWouldBeNoticed() {
    assertThat(isRegistered(new Metrics.Declared("review-collector", "spine_reviews_invented")))
        .isFalse();
  }

  @Test
  void nothingIsDeclaredThatNoAlertAndNoDashboardUses() {
    Set<String> used = new TreeSet<>();
    Rules.load().forEach(alert -> used.addAll(PromQl.metrics(alert.expression())));
    Dashboard.all().forEach(d -> d.expressions().forEach(e -> used.addAll(PromQl.metrics(e))));

    assertThat(used).containsAll(metrics.names());
  }

  @Test
  void everyServiceOfTheListIsAModuleThatIsScraped() {
    Set<String> modules =
        metrics.declared().stream().map(Metrics.Declared::service).collect(Collectors.toSet());
    modules.remove("*");

    assertThat(modules).allMatch(module -> Project.has(module + "/pom.xml"));
    assertThat(Project.read("ops/prometheus/prometheus.yml")).contains(modules);
  }

  /**
   * The name as Micrometer is told it, {@code a.b.c}, stands as a text in the service or in what
   * all services share.
   */
  private static boolean isRegistered(Metrics.Declared metric) {
    Stream<String> modules =
        metric.service().equals("*") ? Stream.of(SHARED) : Stream.of(SHARED, metric.service());
    return modules
        .flatMap(module -> sources(Project.path(module + "/src/main/java")))
        .anyMatch(source -> SUFFIXES.stream().anyMatch(suffix -> names(source, metric, suffix)));
  }

  private static boolean names(String source, Metrics.Declared metric, String suffix) {
    if (!metric.name().endsWith(suffix)) {
      return false;
    }
    String base = metric.name().substring(0, metric.name().length() - suffix.length());
    String name = base.replace('_', '.');
    String family = name.substring(0, name.lastIndexOf('.') + 1);
    return source.contains('"' + name + '"') || source.contains('"' + family + "\" +");
  }

  private static Stream<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream()
          .map(MetricsTest::read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
