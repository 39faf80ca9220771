package org.spineregistry.solana.key;

import java.util.regex.Pattern;
import org.p2p.solanaj.utils.Base58;

/**
 * Base58 of a known number of bytes. solanaj's own constructors accept 33 or 40 bytes for a key, so
 * the length is always an argument here.
 */
public final class Base58Text {
  /** The alphabet without 0, O, I and l; 64 bytes need at most 88 characters. */
  private static final Pattern TEXT = Pattern.compile("[1-9A-HJ-NP-Za-km-z]{1,88}");

  private Base58Text() {}

  public static String encode(byte[] bytes) {
    return Base58.encode(bytes);
  }

  /**
   * @param what name of the value, for the error
   * @throws IllegalArgumentException naming {@code what}, if the text is not the base58 form of
   *     exactly {@code length} bytes
   */
  public static byte[] decode(String what, String text, int length) {
    if (text == null || !TEXT.matcher(text).matches()) {
      throw new IllegalArgumentException(what + " is not base58");
    }
    byte[] bytes = Base58.decode(text);
    if (bytes.length != length) {
      throw new IllegalArgumentException(
          what + " has " + bytes.length + " bytes instead of " + length);
    }
    return bytes;
  }
}
