package org.spineregistry.solana.key;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;

/**
 * The form of the Solana command line: a JSON array of 64 numbers, the seed and then the public
 * key. What is wrong is said without a byte of it.
 */
final class KeyText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private KeyText() {}

  /**
   * @throws IllegalArgumentException with the rule that the text breaks
   */
  static KeyPair parse(byte[] text) {
    byte[] bytes = numbers(tree(text));
    try {
      return KeyPair.of(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private static JsonNode tree(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) { // its text may quote the key, so it is not passed on
      throw new IllegalArgumentException("is not a JSON array of 64 numbers");
    }
  }

  private static byte[] numbers(JsonNode array) {
    byte[] bytes = new byte[array.size()];
    boolean good = array.isArray();
    for (int i = 0; good && i < bytes.length; i++) {
      JsonNode number = array.get(i);
      good = number.isInt() && number.intValue() >= 0 && number.intValue() <= 255;
      bytes[i] = (byte) number.intValue();
    }
    if (!good) {
      throw new IllegalArgumentException("is not a JSON array of 64 numbers from 0 to 255");
    }
    return bytes;
  }

  static String of(KeyPair pair) {
    StringBuilder json = new StringBuilder("[");
    for (byte b : pair.bytes()) {
      json.append(json.length() > 1 ? "," : "").append(b & 0xff);
    }
    return json.append("]\n").toString();
  }
}
