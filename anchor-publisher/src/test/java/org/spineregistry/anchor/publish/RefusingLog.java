package org.spineregistry.anchor.publish;

import java.util.List;

/** A log whose process dies when it wants to write: before the record is there. */
final class RefusingLog implements IntentLog {
  /** What it dies of. */
  enum Method {
    SAVE,
    FINISH
  }

  /** The process is dead. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final IntentLog log;
  private final Method refused;

  RefusingLog(IntentLog log, Method refused) {
    this.log = log;
    this.refused = refused;
  }

  @Override
  public List<Tracked> open() {
    return log.open();
  }

  @Override
  public void queue(InputBatch batch) {
    log.queue(batch);
  }

  @Override
  public void save(List<Tracked> changed) {
    check(Method.SAVE);
    log.save(changed);
  }

  @Override
  public void finish(List<Finished> anchors) {
    check(Method.FINISH);
    log.finish(anchors);
  }

  private void check(Method method) {
    if (method == refused) {
      throw new Refused();
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
