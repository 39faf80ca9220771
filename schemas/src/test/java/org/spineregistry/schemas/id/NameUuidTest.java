package org.spineregistry.schemas.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NameUuidTest {
  private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  @TestFactory
  Stream<DynamicTest> agreesWithPublishedVectors() throws IOException {
    JsonNode file = new ObjectMapper().readTree(getClass().getResource("/vectors/uuid5.json"));
    return StreamSupport.stream(file.get("vectors").spliterator(), false)
        .map(v -> DynamicTest.dynamicTest(v.get("name").asText(), () -> agrees(v)));
  }

  private static void agrees(JsonNode vector) {
    JsonNode input = vector.get("input");
    assertThat(
            NameUuid.of(
                UUID.fromString(input.get("namespace").asText()), input.get("name").asText()))
        .hasToString(vector.at("/expected/uuid").asText());
  }

  @Test
  void namespacesAreThoseThatTheDocumentationDerives() {
    assertThat(SpineIds.CYCLES).isEqualTo(NameUuid.of(URL, "urn:spine-registry:cycles"));
    assertThat(SpineIds.PAYOUTS).isEqualTo(NameUuid.of(URL, "urn:spine-registry:payouts"));
    assertThat(SpineIds.EVENTS).isEqualTo(NameUuid.of(URL, "urn:spine-registry:events"));
  }

  @Test
  void aPartWithTheSeparatorIsRefused() {
    assertThatThrownBy(() -> SpineIds.cycle("a|b", 1, 125))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("separator");
  }

  @Property
  void everyIdIsVersionFiveOfTheRfcVariant(@ForAll String name) {
    UUID id = NameUuid.of(SpineIds.EVENTS, name);
    assertThat(id.version()).isEqualTo(5);
    assertThat(id.variant()).isEqualTo(2);
  }
}
