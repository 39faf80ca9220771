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
    int code = Spine.execute(out, err, args);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter writer(java.io.OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
