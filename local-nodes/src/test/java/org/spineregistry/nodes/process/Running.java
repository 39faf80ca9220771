package org.spineregistry.nodes.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Looks at processes from outside, as {@code ps} does. */
public final class Running {
  private Running() {}

  /** True if the process exists and is more than an entry that nobody has collected yet. */
  public static boolean is(long pid) {
    return ProcessHandle.of(pid).isPresent() && state(pid) != 'Z';
  }

  /** R, S, T (stopped), Z (zombie)…, or X if it does not exist. */
  static char state(long pid) {
    return field(pid, 0).charAt(0);
  }

  static long sessionOf(long pid) {
    return Long.parseLong(field(pid, 3));
  }

  /** Fields of proc_pid_stat(5) after the program's name, which is in parentheses. */
  private static String field(long pid, int index) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[index];
    } catch (NoSuchFileException e) {
      return "X";
    } catch (IOException e) {
      // the process went while its entry was read
      return "X";
    }
  }
}
