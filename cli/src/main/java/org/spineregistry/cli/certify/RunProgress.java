package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.util.Locale;
import org.spineregistry.synthesis.run.ProgressListener;

/**
 * How far a run is: a bar on a terminal, else a line for each thing that is said for the first
 * time.
 */
final class RunProgress implements ProgressListener {
  private static final int WIDTH = 30;

  private final PrintWriter out;
  private final boolean terminal;
  private String last = "";
  private int shown;

  /**
   * @param terminal whether a person looks on
   */
  RunProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void report(Stage stage, double fraction, String message) {
    int percent = (int) Math.floor(100 * fraction);
    if (message.equals(last) && !(terminal && percent != shown)) {
      return;
    }
    last = message;
    shown = percent;
    if (terminal) {
      int filled = WIDTH * percent / 100;
      out.print(
          String.format(
              Locale.ROOT,
              "\r[%s%s] %3d %%  %-50.50s",
              "#".repeat(filled),
              ".".repeat(WIDTH - filled),
              percent,
              message));
      if (stage == Stage.DONE) {
        out.println();
      }
    } else {
      out.println(String.format(Locale.ROOT, "%3d %%  %s", percent, message));
    }
    out.flush();
  }
}
