package org.spineregistry.solana.verify;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;

/** What a stranger sends to an address, laid out by hand. */
final class Gift {
  private static final byte[] SYSTEM = new byte[32];
  private static final byte[] MEMO =
      HexFormat.of().parseHex("054a535a992921064d24e87160da387c7c35b5ddbc92bb81e41fa8404105448d");

  private Gift() {}

  static byte[] of(KeyPair stranger, Address to, long lamports, String blockhash) {
    ByteArrayOutputStream message = head(stranger, to, SYSTEM, blockhash);
    message.write(1);
    message.writeBytes(new byte[] {2, 2, 0, 1, 12});
    message.writeBytes(
        ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(2).putLong(lamports).array());
    return signed(stranger, message.toByteArray());
  }

  /** A memo that somebody else copied, in a transaction that mentions the marker. */
  static byte[] withMemo(KeyPair stranger, Marker marker, String memo, String blockhash) {
    ByteArrayOutputStream message = head(stranger, marker.address(), MEMO, blockhash);
    message.write(1);
    message.writeBytes(new byte[] {2, 1, 0, (byte) memo.length()});
    message.writeBytes(memo.getBytes(StandardCharsets.US_ASCII));
    return signed(stranger, message.toByteArray());
  }

  private static ByteArrayOutputStream head(
      KeyPair stranger, Address to, byte[] program, String blockhash) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes(new byte[] {1, 0, 1, 3});
    message.writeBytes(stranger.address().bytes());
    message.writeBytes(to.bytes());
    message.writeBytes(program);
    message.writeBytes(Base58Text.decode("blockhash", blockhash, Address.LENGTH));
    return message;
  }

  private static byte[] signed(KeyPair stranger, byte[] message) {
    return ByteBuffer.allocate(1 + 64 + message.length)
        .put((byte) 1)
        .put(stranger.sign(message))
        .put(message)
        .array();
  }
}
