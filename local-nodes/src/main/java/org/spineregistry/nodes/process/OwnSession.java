package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a child into a session of its own. A Ctrl-C in the terminal then reaches only the parent,
 * which stops its children in order; otherwise the broker would vanish under services that are
 * still committing.
 *
 * <p>Where {@code setsid} is missing (macOS) the command stays as it is, and Ctrl-C reaches all at
 * once.
 */
final class OwnSession {
  private OwnSession() {}

  /** The same command; {@code setsid} becomes the program without a fork, so the pid stays. */
  static List<String> of(List<String> command) {
    Optional<Path> setsid = Executables.find("setsid");
    if (setsid.isEmpty()) {
      return command;
    }
    List<String> whole = new ArrayList<>();
    whole.add(setsid.get().toString());
    whole.addAll(command);
    return whole;
  }
}
