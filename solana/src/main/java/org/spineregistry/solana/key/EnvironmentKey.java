package org.spineregistry.solana.key;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A key pair in a variable of the environment, in the form of a {@link KeyFile}. For platforms that
 * hand secrets over like this; a file shows in fewer places.
 */
public final class EnvironmentKey {
  private EnvironmentKey() {}

  /**
   * @throws IllegalArgumentException if there is no such variable, or it holds no key pair; the
   *     message never shows a byte of the key
   */
  public static KeyPair load(String variable, Map<String, String> environment) {
    String text = environment.get(variable);
    if (text == null) {
      throw new IllegalArgumentException("variable " + variable + " is not set");
    }
    try {
      return KeyText.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("variable " + variable + " " + e.getMessage());
    }
  }
}
