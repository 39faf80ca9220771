package org.spineregistry.solana.token;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import org.spineregistry.solana.key.Address;

/** Mints and token accounts as the token programs lay them out. */
public final class TokenBytes {
  private TokenBytes() {}

  /** A mint without extensions. */
  public static byte[] mint(Address authority, int decimals) {
    return mint(82, authority, decimals).array();
  }

  private static ByteBuffer mint(int length, Address authority, int decimals) {
    ByteBuffer bytes = little(length);
    bytes.putInt(1).put(authority.bytes()).putLong(1_000_000_000_000_000_000L);
    return bytes.put((byte) decimals).put((byte) 1);
  }

  /** A mint with one extension, of zeros. */
  public static byte[] mint(Address authority, int decimals, int type, int length) {
    ByteBuffer bytes = mint(166 + 4 + length, authority, decimals);
    bytes.put(165, (byte) 1).putShort(166, (short) type).putShort(168, (short) length);
    return bytes.array();
  }

  /** An account of the older layout, as both programs take it. */
  public static byte[] account(Address mint, Address wallet, long amount, boolean frozen) {
    ByteBuffer bytes = little(165);
    bytes.put(mint.bytes()).put(wallet.bytes()).putLong(amount);
    return bytes.put(108, (byte) (frozen ? 2 : 1)).array();
  }

  /** Arguments of the local server's {@code setAccount}. */
  public static Map<String, Object> set(Address address, Address program, byte[] data) {
    return Map.of(
        "address", address.base58(),
        "owner", program.base58(),
        "lamports", 10_000_000,
        "data", Base64.getEncoder().encodeToString(data));
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
