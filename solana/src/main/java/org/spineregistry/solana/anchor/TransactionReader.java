package org.spineregistry.solana.anchor;

import java.util.Arrays;

/** Reads the binary form of a transaction and refuses whatever the runtime would refuse. */
public final class TransactionReader {
  private final byte[] bytes;
  private int at;

  public TransactionReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int position() {
    return at;
  }

  public byte[] take(int count) {
    if (count > bytes.length - at) {
      throw new NotAnAnchorException("ends in the middle of a field");
    }
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  int unsignedByte() {
    return take(1)[0] & 0xff;
  }

  /** compact-u16: seven bits a byte, at most three bytes, in its shortest form. */
  public int length() {
    int value = 0;
    for (int index = 0; index < 3; index++) {
      int next = unsignedByte();
      value |= (next & 0x7f) << (7 * index);
      if ((next & 0x80) == 0) {
        if ((next == 0 && index > 0) || value > 0xffff) {
          break;
        }
        return value;
      }
    }
    throw new NotAnAnchorException("a length is not in the form that the runtime reads");
  }

  byte[] sized() {
    return take(length());
  }

  void end() {
    if (at != bytes.length) {
      throw new NotAnAnchorException("has bytes behind its end");
    }
  }
}
