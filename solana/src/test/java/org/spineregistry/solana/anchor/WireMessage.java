package org.spineregistry.solana.anchor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.spineregistry.solana.key.KeyPair;

/**
 * Transactions laid out byte by byte from the published format, good and bad, without the code
 * under test.
 */
public final class WireMessage {
  static final String MEMO = "054a535a992921064d24e87160da387c7c35b5ddbc92bb81e41fa8404105448d";
  public static final String MEMO_V1 =
      "054a5350f85dc882d614a55672788a296ddf1eababd0a60678884932f4eef6a0";
  public static final String COMPUTE_BUDGET =
      "0306466fe5211732ffecadba72c39be7bc8ce5bbc5f7126b2c439b3a40000000";
  public static final String SYSTEM = "00".repeat(32);
  static final byte[] BLOCKHASH = HexFormat.of().parseHex("c1".repeat(32));

  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> instructions = new ArrayList<>();
  private byte[] header = {1, 0, 2};

  /** Publisher, compute budget and memo program, no instruction yet. */
  public static WireMessage by(KeyPair publisher) {
    return new WireMessage().key(publisher.address().bytes()).key(COMPUTE_BUDGET).key(MEMO);
  }

  /** The transaction of layout v1. */
  public static WireMessage anchor(KeyPair publisher, String memo, int unitLimit, long price) {
    return by(publisher).unitLimit(unitLimit).unitPrice(price).memo(memo, 0);
  }

  public WireMessage key(String hex) {
    return key(HexFormat.of().parseHex(hex));
  }

  public WireMessage key(byte[] key) {
    keys.add(key);
    return this;
  }

  WireMessage header(int required, int readOnlySigned, int readOnlyUnsigned) {
    header = new byte[] {(byte) required, (byte) readOnlySigned, (byte) readOnlyUnsigned};
    return this;
  }

  public WireMessage unitLimit(int limit) {
    return instruction(1, new int[0], little(5).put((byte) 2).putInt(limit).array());
  }

  WireMessage unitPrice(long price) {
    return instruction(1, new int[0], little(9).put((byte) 3).putLong(price).array());
  }

  public WireMessage memo(String text, int... accounts) {
    return instruction(2, accounts, text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public WireMessage instruction(int program, int[] accounts, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(program);
    out.write(accounts.length);
    for (int account : accounts) {
      out.write(account);
    }
    writeLength(out, data.length);
    out.writeBytes(data);
    instructions.add(out.toByteArray());
    return this;
  }

  byte[] message() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(header);
    writeLength(out, keys.size());
    keys.forEach(out::writeBytes);
    out.writeBytes(BLOCKHASH);
    writeLength(out, instructions.size());
    instructions.forEach(out::writeBytes);
    return out.toByteArray();
  }

  public byte[] signedBy(KeyPair... signers) {
    return sign(message(), signers);
  }

  static byte[] sign(byte[] message, KeyPair... signers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(signers.length);
    for (KeyPair signer : signers) {
      out.writeBytes(signer.sign(message));
    }
    out.writeBytes(message);
    return out.toByteArray();
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 128) {
      out.write(length);
    } else {
      out.write((length & 127) | 128);
      out.write(length >> 7);
    }
  }
}
