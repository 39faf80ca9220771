package org.spineregistry.synthesis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the vector files of the test resources. */
public final class Vectors {
  private Vectors() {}

  /** All cases of a file. */
  public static Stream<JsonNode> cases(String file) {
    return stream(read(file).get("cases"));
  }

  /** The cases whose {@code field} has the text {@code value}. */
  public static List<JsonNode> cases(String file, String field, String value) {
    return cases(file).filter(c -> c.path(field).asText().equals(value)).toList();
  }

  /** A whole file. */
  public static JsonNode read(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The elements of an array. */
  public static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** The numbers of an array. */
  public static double[] doubles(JsonNode array) {
    return stream(array).mapToDouble(JsonNode::asDouble).toArray();
  }

  /** The texts of an array. */
  public static List<String> texts(JsonNode array) {
    return stream(array).map(JsonNode::asText).toList();
  }
}
