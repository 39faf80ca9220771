package org.spineregistry.schemas.header;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStampTest {
  private static String causeOf(String id) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(EventHeaders.ID, id.getBytes(UTF_8));
    return EventStamp.causeOf(headers, "topic", 1, 2);
  }

  @Test
  void takesTheIdThatTheProducerGave() {
    String id = "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b10";
    assertThat(causeOf(id)).isEqualTo(id);
  }

  /** Its text would go into headers and ids of every event that follows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a|b",
        "jean@chu.example.fr",
        "0B0E6C3A-5D0E-4C1C-9C5E-1F6F2A7D9B10",
        "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b1g",
        "0b0e6c3a 5d0e-4c1c-9c5e-1f6f2a7d9b10",
        "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b100"
      })
  void coordinatesStandForAnIdThatIsNoUuid(String id) {
    String cause = causeOf(id);
    assertThat(UUID.fromString(cause).version()).isEqualTo(5);
    assertThat(cause).isEqualTo(EventStamp.causeOf(new RecordHeaders(), "topic", 1, 2));
  }
}
