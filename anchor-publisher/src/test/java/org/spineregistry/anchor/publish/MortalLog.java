package org.spineregistry.anchor.publish;

import java.util.List;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.Step;

/** A log whose process may die before or after each write. */
final class MortalLog implements IntentLog {
  private final IntentLog log;
  private final Deaths deaths;

  MortalLog(IntentLog log, Deaths deaths) {
    this.log = log;
    this.deaths = deaths;
  }

  @Override
  public List<Tracked> open() {
    return log.open();
  }

  @Override
  public void queue(InputBatch batch) {
    deaths.at(Step.BEFORE_QUEUED);
    log.queue(batch);
    deaths.at(Step.AFTER_QUEUED);
  }

  @Override
  public void save(List<Tracked> changed) {
    deaths.at(Step.BEFORE_SIGNED);
    log.save(changed);
    deaths.at(Step.AFTER_SIGNED);
  }

  @Override
  public void finish(List<Finished> anchors) {
    deaths.at(Step.BEFORE_FINALIZED);
    log.finish(anchors);
    deaths.at(Step.AFTER_FINALIZED);
  }

  @Override
  public void close() {
    log.close();
  }
}
