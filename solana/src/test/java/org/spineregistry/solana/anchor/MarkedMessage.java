package org.spineregistry.solana.anchor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.spineregistry.solana.key.KeyPair;

/**
 * Transactions with a marker, laid out byte by byte from the published format, without the code
 * under test. A test changes one field before it lays out.
 */
public final class MarkedMessage {
  static final int PUBLISHER = 0;
  static final int MARKER = 1;
  static final int SYSTEM = 3;
  static final long RENT = 897_840;

  private final byte[] publisher;
  private final String memo;
  public byte[] address;
  public byte[] base;
  public byte[] seed;
  public long space = 1;
  public byte[] owner = HexFormat.of().parseHex(WireMessage.MEMO);

  /**
   * @param digest that the memo carries
   * @param address where the marker belongs
   */
  public MarkedMessage(KeyPair publisher, String memo, String digest, byte[] address) {
    this.publisher = publisher.address().bytes();
    this.memo = memo;
    this.address = address;
    this.base = this.publisher;
    this.seed = seedOf(digest);
  }

  public static byte[] seedOf(String digest) {
    byte[] first = HexFormat.of().parseHex(digest.substring(0, 48));
    return Base64.getUrlEncoder().encode(first);
  }

  /** The keys alone: publisher, marker, compute budget, system and memo program. */
  public WireMessage keys() {
    return new WireMessage()
        .key(publisher)
        .key(address)
        .key(WireMessage.COMPUTE_BUDGET)
        .key(WireMessage.SYSTEM)
        .key(WireMessage.MEMO)
        .header(1, 0, 3);
  }

  /** Keys, limit and price. */
  public WireMessage budgeted() {
    return keys()
        .instruction(2, new int[0], little(5).put((byte) 2).putInt(60_000).array())
        .instruction(2, new int[0], little(9).put((byte) 3).putLong(1_000).array());
  }

  /** The transaction of layout v1 with a marker. */
  public WireMessage whole() {
    return memo(allocate(transfer(budgeted())));
  }

  public WireMessage transfer(WireMessage message) {
    return message.instruction(SYSTEM, new int[] {PUBLISHER, MARKER}, payment());
  }

  /** Data of a transfer of the rent. */
  public byte[] payment() {
    return little(12).putInt(2).putLong(RENT).array();
  }

  public WireMessage allocate(WireMessage message) {
    return message.instruction(SYSTEM, new int[] {MARKER, PUBLISHER}, allocation());
  }

  public WireMessage memo(WireMessage message) {
    return message.instruction(4, new int[] {PUBLISHER}, memo.getBytes(StandardCharsets.US_ASCII));
  }

  byte[] allocation() {
    return little(4 + base.length + 8 + seed.length + 8 + owner.length)
        .putInt(9)
        .put(base)
        .putLong(seed.length)
        .put(seed)
        .putLong(space)
        .put(owner)
        .array();
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
