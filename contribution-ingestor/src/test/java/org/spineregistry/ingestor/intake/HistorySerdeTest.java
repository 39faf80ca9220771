package org.spineregistry.ingestor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spineregistry.ingestor.revision.CaseHistory;

class HistorySerdeTest {
  private final HistorySerde serde = new HistorySerde();

  private CaseHistory again(CaseHistory history) {
    return serde.deserializer().deserialize("t", serde.serializer().serialize("t", history));
  }

  @Test
  void readsWhatItWrote() {
    CaseHistory history =
        new CaseHistory(
            "sacroiliac-fusion",
            7,
            false,
            new TreeMap<>(Map.of("bmi", "27.4", "sex", "FEMALE", "complications90d", "DVT;PE")),
            new TreeMap<>(Map.of(1, "a".repeat(64), 7, "b".repeat(64))));

    assertThat(again(history)).isEqualTo(history);
    assertThat(again(CaseHistory.withdrawnMarker())).isEqualTo(CaseHistory.withdrawnMarker());
  }

  @Test
  void passesTombstones() {
    assertThat(serde.serializer().serialize("t", null)).isNull();
    assertThat(serde.deserializer().deserialize("t", null)).isNull();
  }

  @Test
  void refusesAnotherVersion() {
    assertThatThrownBy(() -> serde.deserializer().deserialize("t", new byte[] {2, 0, 0}))
        .hasMessageContaining("another version");
  }
}
