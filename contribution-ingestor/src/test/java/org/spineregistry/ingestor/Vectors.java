package org.spineregistry.ingestor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Vectors from outside the project, see the {@code source} of each file. */
public final class Vectors {
  private Vectors() {}

  public static Stream<JsonNode> of(String file) throws IOException {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      JsonNode vectors = new ObjectMapper().readTree(in).get("vectors");
      return StreamSupport.stream(vectors.spliterator(), false);
    }
  }
}
