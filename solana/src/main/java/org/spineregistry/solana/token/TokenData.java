package org.spineregistry.solana.token;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.spineregistry.solana.key.Address;

/**
 * Bytes of a mint or a token account: fixed fields first, then, behind a byte that tells the two
 * apart, extensions as type (u16), length (u16), value. All little endian.
 */
final class TokenData {
  /** Bytes of the older program's account; a mint is padded to it when it has extensions. */
  static final int BASE = 165;

  static final int TYPE_MINT = 1;
  static final int TYPE_ACCOUNT = 2;

  private final byte[] data;

  TokenData(byte[] data) {
    this.data = data;
  }

  int length() {
    return data.length;
  }

  int unsignedByte(int at) {
    return data[at] & 0xff;
  }

  long u64(int at) {
    return little().getLong(at);
  }

  Address key(int at) {
    return Address.of(Arrays.copyOfRange(data, at, at + Address.LENGTH));
  }

  private ByteBuffer little() {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @param base length without extensions
   * @param type the byte that must stand before extensions
   * @return values by type, in their order
   * @throws NotATokenException when they cannot be read to the end
   */
  Map<Integer, byte[]> extensions(int base, int type) {
    Map<Integer, byte[]> extensions = new LinkedHashMap<>();
    if (data.length == base) {
      return extensions;
    }
    if (data.length <= BASE || unsignedByte(BASE) != type) {
      throw new NotATokenException("has another length or kind");
    }
    int at = BASE + 1;
    while (at + 2 <= data.length) {
      int kind = little().getShort(at) & 0xffff;
      if (kind == 0) {
        break; // padding
      }
      if (at + 4 > data.length) {
        throw new NotATokenException("an extension has no length");
      }
      int end = at + 4 + (little().getShort(at + 2) & 0xffff);
      if (end > data.length) {
        throw new NotATokenException("an extension runs past the end");
      }
      if (extensions.put(kind, Arrays.copyOfRange(data, at + 4, end)) != null) {
        throw new NotATokenException("an extension is there twice");
      }
      at = end;
    }
    return extensions;
  }
}
