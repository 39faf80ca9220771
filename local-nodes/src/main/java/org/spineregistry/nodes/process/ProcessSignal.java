package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A POSIX signal, sent by process id. */
public enum ProcessSignal {
  /** Freezes the process. */
  STOP,
  /** Lets a frozen process go on. */
  CONT,
  /** What Ctrl-C sends. */
  INT,
  /** Asks the process to end. */
  TERM,
  /** Ends the process at once. */
  KILL;

  /**
   * Sends this signal.
   *
   * @throws ProcessFailure if there is no such process or it is not ours
   */
  public void send(long pid) {
    // the shell's own kill: the program of that name is not everywhere
    List<String> command = List.of("sh", "-c", "kill -s \"$0\" \"$1\"", name(), Long.toString(pid));
    ShortCommand.Result result = new ShortCommand(command, Path.of("")).run(Duration.ofSeconds(10));
    if (result.exitCode() != 0) {
      throw new ProcessFailure("SIG" + name() + " to process " + pid + " failed");
    }
  }
}
