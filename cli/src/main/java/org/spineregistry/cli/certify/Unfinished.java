package org.spineregistry.cli.certify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Takes away what an interrupted or failed run has written, when the process ends: half a release
 * could be taken for a whole one, and would keep the next run from its folder. Touches nothing that
 * the run did not write.
 */
final class Unfinished {
  private final Path folder;
  private final boolean isNew;
  private final Set<Path> files = ConcurrentHashMap.newKeySet();
  private volatile boolean finished;

  private Unfinished(Path folder, boolean isNew) {
    this.folder = folder;
    this.isNew = isNew;
  }

  /**
   * @param isNew whether the run made the folder itself
   */
  static Unfinished watch(Path folder, boolean isNew) {
    Unfinished watched = new Unfinished(folder.toAbsolutePath(), isNew);
    Runtime.getRuntime().addShutdownHook(new Thread(watched::clean, "unfinished"));
    return watched;
  }

  void made(Path file) {
    files.add(file.toAbsolutePath());
  }

  void finish() {
    finished = true;
  }

  void clean() {
    if (finished) {
      return;
    }
    files.forEach(Unfinished::delete);
    Path secrets = folder.resolve("private");
    try (Stream<Path> inside = Files.walk(secrets)) {
      inside.sorted(Comparator.reverseOrder()).forEach(Unfinished::delete);
    } catch (IOException none) {
      // there are no secrets yet
    }
    if (isNew) {
      delete(folder);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException stays) {
      // not empty, or no longer ours: it stays
    }
  }
}
