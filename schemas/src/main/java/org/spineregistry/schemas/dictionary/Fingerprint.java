package org.spineregistry.schemas.dictionary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * SHA-256 of all that a schema says: types, names, defaults, docs and every custom property.
 *
 * <p>Avro's own fingerprint is taken of the parsing canonical form, which knows neither bounds nor
 * rules, so two schemas that accept different cases would share it. Here the digest is taken of the
 * schema as JSON with named types inlined at their first use, members sorted by name, no white
 * space, numbers in plain decimal notation without trailing zeros, in UTF-8. The property {@code
 * avro.java.string}, which only generated classes carry, is left out, so a class and its file
 * agree.
 */
final class Fingerprint {

  private static final String JAVA_STRING = "avro.java.string";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private Fingerprint() {}

  /** 64 hexadecimal digits. */
  static String of(Schema schema) {
    try {
      StringBuilder canonical = new StringBuilder();
      append(JSON.readTree(schema.toString()), canonical);
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("a schema prints as JSON and every JVM has SHA-256", e);
    }
  }

  private static void append(JsonNode node, StringBuilder out) {
    if (node.isObject()) {
      appendObject(node, out);
    } else if (node.isArray()) {
      out.append('[');
      for (int i = 0; i < node.size(); i++) {
        append(node.get(i), i == 0 ? out : out.append(','));
      }
      out.append(']');
    } else if (node.isNumber()) {
      out.append(plain(node));
    } else {
      out.append(node);
    }
  }

  private static String plain(JsonNode number) {
    return number.decimalValue().stripTrailingZeros().toPlainString();
  }

  private static void appendObject(JsonNode node, StringBuilder out) {
    TreeSet<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    if (names.remove(JAVA_STRING) && names.equals(Set.of("type"))) {
      append(node.get("type"), out);
      return;
    }
    TreeMap<String, JsonNode> members = new TreeMap<>();
    names.forEach(name -> members.put(name, node.get(name)));
    char separator = '{';
    for (var member : members.entrySet()) {
      out.append(separator).append(JSON.getNodeFactory().textNode(member.getKey())).append(':');
      append(member.getValue(), out);
      separator = ',';
    }
    out.append(members.isEmpty() ? "{}" : "}");
  }
}
