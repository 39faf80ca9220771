package org.spineregistry.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The {@code spine} command. */
public final class SpineMain {
  private SpineMain() {}

  public static void main(String[] args) {
    // else picocli looks for Groovy in every file of the class path
    System.setProperty("picocli.disable.closures", "true");
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    int code = execute(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  /** An error of the platform shows its name only, without a trace. */
  private static int execute(PrintWriter out, PrintWriter err, String[] args) {
    try {
      return Spine.execute(out, err, args);
    } catch (OutOfMemoryError e) {
      err.println("spine: out of memory; more of it: SPINE_MEMORY=4g (default 1g)");
      return ExitCode.ENGINE_FAULT;
    } catch (Error e) {
      err.println("spine: unexpected error " + e.getClass().getName());
      return ExitCode.ENGINE_FAULT;
    }
  }

  private static PrintWriter writer(java.io.OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
