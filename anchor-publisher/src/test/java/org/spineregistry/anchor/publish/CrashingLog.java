package org.spineregistry.anchor.publish;

import java.util.List;
import java.util.function.BooleanSupplier;

/** A log whose process may die before or after each write. */
final class CrashingLog implements IntentLog {
  /** The process is dead. An error, so that nothing takes it for a failure that it can survive. */
  static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final IntentLog log;
  private final BooleanSupplier dies;

  CrashingLog(IntentLog log, BooleanSupplier dies) {
    this.log = log;
    this.dies = dies;
  }

  @Override
  public List<Tracked> open() {
    return log.open();
  }

  @Override
  public void queue(InputBatch batch) {
    around(() -> log.queue(batch));
  }

  @Override
  public void save(List<Tracked> changed) {
    around(() -> log.save(changed));
  }

  @Override
  public void finish(List<Finished> anchors) {
    around(() -> log.finish(anchors));
  }

  private void around(Runnable write) {
    mayDie();
    write.run();
    mayDie();
  }

  private void mayDie() {
    if (dies.getAsBoolean()) {
      throw new Crash();
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
