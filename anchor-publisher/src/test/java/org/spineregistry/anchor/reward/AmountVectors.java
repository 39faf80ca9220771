package org.spineregistry.anchor.reward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.StreamSupport;

/** Token amounts computed elsewhere. */
final class AmountVectors {
  private AmountVectors() {}

  static List<JsonNode> of(String operation) throws IOException {
    return all().stream()
        .filter(vector -> vector.get("input").get("operation").asText().equals(operation))
        .toList();
  }

  static JsonNode named(String name) throws IOException {
    return all().stream()
        .filter(vector -> vector.get("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> all() throws IOException {
    try (InputStream file = AmountVectors.class.getResourceAsStream("/vectors/amounts.json")) {
      JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
      return StreamSupport.stream(vectors.spliterator(), false).toList();
    }
  }
}
