package org.spineregistry.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.Assertions;

/**
 * One run of the command in this JVM.
 *
 * @param code exit code
 */
public record SpineRun(int code, String out, String err) {
  /** Runs {@code spine} with arguments, which may be paths. */
  public static SpineRun of(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] texts = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    int code = Spine.execute(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    SpineRun run = new SpineRun(code, out.toString(), err.toString());
    Assertions.assertThat(run.out() + run.err()).doesNotContain("Exception in", "\tat ");
    return run;
  }

  /** A file name that nothing stands behind. */
  public static Path nowhere(Path folder) {
    return folder.resolve("no-such-file");
  }
}
