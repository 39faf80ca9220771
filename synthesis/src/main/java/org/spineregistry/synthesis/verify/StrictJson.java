package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** JSON of small files, where a key that stands twice or a second document is an error. */
final class StrictJson {
  private static final int MOST_BYTES = 4 << 20;
  private static final int DEEPEST = 50;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private StrictJson() {}

  /**
   * @throws BadInputException naming {@code what}, when the bytes are no JSON object
   */
  static JsonNode object(String what, byte[] bytes) throws BadInputException {
    if (bytes.length > MOST_BYTES) {
      throw new BadInputException(what + " is larger than 4 MiB");
    }
    try {
      JsonNode node = JSON.readTree(bytes);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (IOException e) {
      // the parser's message quotes the input, so it ends here
    }
    throw new BadInputException(what + " is no JSON object");
  }

  /** Text of a field. */
  static String text(String what, JsonNode node, String field) throws BadInputException {
    JsonNode value = node.get(field);
    if (value == null || !value.isTextual()) {
      throw new BadInputException(what + ": field '" + field + "' must be a text");
    }
    return value.textValue();
  }

  /** A whole number that is not negative, null where there is none. */
  static Long count(String what, JsonNode node, String field) throws BadInputException {
    JsonNode value = node.get(field);
    if (value == null) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
      throw new BadInputException(
          what + ": field '" + field + "' must be a whole number, not negative");
    }
    return value.longValue();
  }

  /** Elements of a field. */
  static JsonNode array(String what, JsonNode node, String field) throws BadInputException {
    JsonNode value = node.get(field);
    if (value == null || !value.isArray()) {
      throw new BadInputException(what + ": field '" + field + "' must be a list");
    }
    return value;
  }

  /** Refuses a field that this version does not know: it may take back what the others grant. */
  static void onlyFields(String what, JsonNode node, String... known) throws BadInputException {
    Set<String> fields = Set.of(known);
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (!fields.contains(field.getKey())) {
        throw new BadInputException(what + ": has a field that is not known here");
      }
    }
  }
}
