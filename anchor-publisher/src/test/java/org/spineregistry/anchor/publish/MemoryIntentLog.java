package org.spineregistry.anchor.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.spineregistry.event.AnchorFinalized;

/** The topic in memory: survives the publishers of a test, and refuses all but the newest. */
final class MemoryIntentLog {
  final Map<String, Tracked> last = new LinkedHashMap<>();
  final List<Tracked> records = new ArrayList<>();
  final List<AnchorFinalized> finalized = new ArrayList<>();
  private int epoch;

  /** The log as one process has it. */
  IntentLog session() {
    return new Session();
  }

  void clear() {
    last.clear();
  }

  private void append(Tracked tracked) {
    last.put(tracked.subject(), tracked);
    records.add(tracked);
  }

  private final class Session implements IntentLog {
    private int mine;

    @Override
    public List<Tracked> open() {
      mine = ++epoch;
      return List.copyOf(last.values());
    }

    @Override
    public void queue(InputBatch batch) {
      require();
      batch.intents().forEach(MemoryIntentLog.this::append);
    }

    @Override
    public void save(List<Tracked> changed) {
      require();
      changed.forEach(MemoryIntentLog.this::append);
    }

    @Override
    public void finish(List<Finished> anchors) {
      require();
      for (Finished anchor : anchors) {
        append(anchor.finalized());
        finalized.add(anchor.event());
      }
    }

    private void require() {
      if (mine != epoch) {
        throw new ProducerFencedException("a newer process writes");
      }
    }

    @Override
    public void close() {}
  }
}
