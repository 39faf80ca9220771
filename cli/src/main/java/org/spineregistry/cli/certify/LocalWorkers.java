package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.parallel.Workers;

/** Threads of a command: as many as the machine has processors, stopped by an interrupt. */
final class LocalWorkers {
  private LocalWorkers() {}

  /** To be closed by the caller. */
  static Workers open() {
    return new Workers(
        Runtime.getRuntime().availableProcessors(), () -> Thread.currentThread().isInterrupted());
  }
}
