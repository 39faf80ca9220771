package org.spineregistry.ingestor.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.ingestor.revision.RevisionDecision.Kind;
import org.spineregistry.schemas.dictionary.CaseReader;

/** What must hold for revisions in any order and repetition. */
class RevisionOrderTest {
  private final CaseReader reader = new CaseReader(Samples.dictionary(Samples.SIJ));

  @Property(tries = 200, seed = "20260601", shrinking = ShrinkingMode.OFF)
  void everyContentIsTakenOnceAndTheNewestStays(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 6) Integer> revisions) {
    Optional<CaseHistory> history = Optional.empty();
    List<Integer> taken = new ArrayList<>();
    int newest = 0;
    for (int revision : revisions) {
      RevisionDecision decision = RevisionRules.decide(history, reader.json(growing(revision)));
      boolean repeated = taken.contains(revision);
      assertThat(decision.kind())
          .isEqualTo(
              repeated
                  ? Kind.DUPLICATE
                  : history.isEmpty()
                      ? Kind.NEW
                      : revision > newest ? Kind.LATER : Kind.SUPERSEDED);
      if (!repeated) {
        taken.add(revision);
        history = decision.next();
      }
      newest = Math.max(newest, revision);
      assertThat(history.orElseThrow().revision()).isEqualTo(newest);
      assertThat(history.orElseThrow().digests()).containsOnlyKeys(taken);
    }
  }

  /** Each revision has one window more than the one before. */
  private static ObjectNode growing(int revision) {
    ObjectNode tree = sacroiliac(1, revision);
    List<String> windows = List.of("vasBack3m", "vasBack6m", "vasBack12m", "vasBack24m", "odi24m");
    tree.remove(windows.subList(Math.min(revision - 1, windows.size()), windows.size()));
    return tree;
  }
}
