package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one Dockerfile of all services. */
class DockerfileTest {
  private static final Pattern PINNED =
      Pattern.compile("FROM [a-z/-]+:v?\\d+\\.\\d+\\.\\d+[A-Za-z0-9._-]*( AS build)?");

  private final String dockerfile = Project.read("Dockerfile");

  @Test
  void bothStagesStartFromAnExactVersion() {
    assertThat(instructions("FROM")).hasSize(2).allMatch(line -> PINNED.matcher(line).matches());
  }

  @Test
  void theProcessIsNotRoot() {
    assertThat(instructions("USER")).containsExactly("USER spine");
    assertThat(dockerfile).contains("test \"${SPINE_UID}\" -gt 0");
  }

  @Test
  void theHealthCheckAsksLivenessOnTheConfiguredPort() {
    assertThat(dockerfile).contains("\"http://127.0.0.1:${SPINE_HTTP_PORT}/health/liveness\"");
  }

  @Test
  void buildsEveryModuleThatTheComposeFileRuns() {
    List<String> built = List.of(dockerfile.split("-pl ")[1].split("\\s")[0].split(","));

    assertThat(built)
        .containsExactlyInAnyOrderElementsOf(
            Compose.load().ours().stream().map(s -> s.module().orElseThrow()).toList());
    assertThat(built).allMatch(module -> Project.has(module + "/pom.xml"));
  }

  @Test
  void everyMainClassIsInItsModule() {
    for (ComposeService service : Compose.load().ours()) {
      String source =
          service.module().orElseThrow()
              + "/src/main/java/"
              + service.main().orElseThrow().replace('.', '/')
              + ".java";
      assertThat(Project.has(source)).as(source).isTrue();
      assertThat(Project.read(source)).contains("public static void main(String[] args)");
    }
  }

  @Test
  void everyModuleThatRunsPutsItsLibrariesBesideItsJar() {
    for (ComposeService service : Compose.load().ours()) {
      String pom = Project.read(service.module().orElseThrow() + "/pom.xml");
      assertThat(pom).as(service.name()).contains("<runnable>true</runnable>");
    }
    assertThat(dockerfile).contains("/target/lib /app/lib");
  }

  @Test
  void foldersThatAServiceWritesToBelongToItsUser() {
    for (ComposeService service : Compose.load().ours()) {
      for (ComposeService.Mount mount : service.mounts()) {
        if (!mount.isPath()) {
          assertThat(dockerfile).as(service.name()).contains(mount.target());
        }
      }
    }
  }

  private List<String> instructions(String name) {
    return dockerfile.lines().filter(line -> line.startsWith(name + " ")).toList();
  }
}
