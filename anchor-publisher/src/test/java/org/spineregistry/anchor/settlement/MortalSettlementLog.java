package org.spineregistry.anchor.settlement;

import java.util.List;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.Step;
import org.spineregistry.event.RewardSettled;

/** A log whose process may die before or after each write. */
final class MortalSettlementLog implements SettlementLog {
  private final SettlementLog log;
  private final Deaths deaths;

  MortalSettlementLog(SettlementLog log, Deaths deaths) {
    this.log = log;
    this.deaths = deaths;
  }

  @Override
  public List<Batch> open() {
    return log.open();
  }

  @Override
  public void save(List<Batch> changed) {
    deaths.at(Step.BEFORE_SIGNED);
    log.save(changed);
    deaths.at(Step.AFTER_SIGNED);
  }

  @Override
  public void finish(List<Batch> ended, List<RewardSettled> reports) {
    deaths.at(Step.BEFORE_FINALIZED);
    log.finish(ended, reports);
    deaths.at(Step.AFTER_FINALIZED);
  }

  @Override
  public void close() {
    log.close();
  }
}
