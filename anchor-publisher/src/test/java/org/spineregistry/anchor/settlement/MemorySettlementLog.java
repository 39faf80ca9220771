package org.spineregistry.anchor.settlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.spineregistry.event.RewardSettled;

/** The topics in memory: survive the payers of a test, and refuse all but the newest. */
final class MemorySettlementLog {
  final Map<String, Batch> last = new LinkedHashMap<>();
  final List<RewardSettled> reports = new ArrayList<>();
  private int epoch;

  /** The log as one process has it. */
  SettlementLog session() {
    return new Session();
  }

  private final class Session implements SettlementLog {
    private int mine;

    @Override
    public List<Batch> open() {
      mine = ++epoch;
      return List.copyOf(last.values());
    }

    @Override
    public void save(List<Batch> changed) {
      finish(changed, List.of());
    }

    @Override
    public void finish(List<Batch> ended, List<RewardSettled> told) {
      if (mine != epoch) {
        throw new ProducerFencedException("a newer process writes");
      }
      ended.forEach(batch -> last.put(batch.subject(), batch));
      reports.addAll(told);
    }

    @Override
    public void close() {}
  }
}
