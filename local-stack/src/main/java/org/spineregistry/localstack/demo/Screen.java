package org.spineregistry.localstack.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.spineregistry.localstack.stack.StackListener;

/** Tells a person what happens: lines, and on a terminal one line that moves. */
final class Screen implements StackListener {
  private static final int BAR = 28;
  private static final int WIDTH = 100;

  private final PrintStream out;
  private final boolean terminal;
  private String moving = "";
  private String told = "";

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  synchronized void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  synchronized void title(String text) {
    line("");
    line(text);
  }

  /**
   * Shows how far something is.
   *
   * @param fraction 0 to 1
   * @param what what happens now
   */
  synchronized void progress(double fraction, String what) {
    int percent = (int) Math.floor(100 * Math.max(0, Math.min(1, fraction)));
    if (terminal) {
      int full = BAR * percent / 100;
      String bar = "#".repeat(full) + "-".repeat(BAR - full);
      String text = String.format(Locale.ROOT, "  [%s] %3d %%  %s", bar, percent, what);
      clear();
      moving = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      out.print(moving);
      out.flush();
    } else if (!told.equals(key(percent, what))) {
      told = key(percent, what);
      line(String.format(Locale.ROOT, "  %3d %%  %s", percent, what));
    }
  }

  /** Plain output gets a line for each tenth and each new stage, not for each poll. */
  private static String key(int percent, String what) {
    return percent / 10 + what.replaceAll("[0-9]+", "");
  }

  private void clear() {
    if (!moving.isEmpty()) {
      out.print("\r" + " ".repeat(moving.length()) + "\r");
      moving = "";
    }
  }

  @Override
  public void started(String part, Duration after) {
    line(String.format(Locale.ROOT, "  %-26s %5.1f s", part, after.toMillis() / 1000.0));
  }

  @Override
  public void restarting(String part, int exitCode) {
    line("  " + part + " ended with exit code " + exitCode + ", it is started again");
  }

  @Override
  public void gaveUp(String part, String reason) {
    line("  " + part + " is given up: " + reason);
  }
}
