package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.UserProblem;

class OutDirectoryTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path dir;

  static boolean hasFullDevice() {
    return Files.exists(FULL);
  }

  @Test
  @EnabledIf("hasFullDevice")
  void aFullDeviceIsNamedAsTheCause() throws IOException {
    OutDirectory release = OutDirectory.create(dir.resolve("release"));
    Files.createSymbolicLink(dir.resolve("release/.report.html.part"), FULL);

    UserProblem problem =
        catchThrowableOfType(
            UserProblem.class, () -> release.write("report.html", new byte[] {1, 2, 3}));

    assertThat(problem.getMessage()).endsWith("cannot be written, no space left on the device");
  }
}
