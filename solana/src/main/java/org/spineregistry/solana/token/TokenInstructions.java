package org.spineregistry.solana.token;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.p2p.solanaj.core.AccountMeta;
import org.p2p.solanaj.core.TransactionInstruction;
import org.spineregistry.solana.anchor.Programs;
import org.spineregistry.solana.key.Address;

/** The two instructions of a payment. */
final class TokenInstructions {
  /** Number of {@code CreateIdempotent} of the associated-token program: an account may exist. */
  static final byte CREATE_IDEMPOTENT = 1;

  /** Number of {@code TransferChecked}, the same in both token programs. */
  static final byte TRANSFER_CHECKED = 12;

  /** Number, amount (u64), decimals. */
  static final int TRANSFER_BYTES = 1 + 8 + 1;

  private TokenInstructions() {}

  static TransactionInstruction create(Mint mint, Address payer, Address wallet) {
    return new TransactionInstruction(
        TokenPrograms.ASSOCIATED.toPublicKey(),
        List.of(
            meta(payer, true, true),
            meta(mint.accountOf(wallet), false, true),
            meta(wallet, false, false),
            meta(mint.address(), false, false),
            meta(Programs.SYSTEM, false, false),
            meta(mint.program(), false, false)),
        new byte[] {CREATE_IDEMPOTENT});
  }

  static TransactionInstruction transfer(
      Mint mint, Address payer, Address from, Address to, long amount) {
    byte[] data =
        ByteBuffer.allocate(TRANSFER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(TRANSFER_CHECKED)
            .putLong(amount)
            .put((byte) mint.decimals())
            .array();
    return new TransactionInstruction(
        mint.program().toPublicKey(),
        List.of(
            meta(from, false, true),
            meta(mint.address(), false, false),
            meta(to, false, true),
            meta(payer, true, true)),
        data);
  }

  private static AccountMeta meta(Address address, boolean signs, boolean writable) {
    return new AccountMeta(address.toPublicKey(), signs, writable);
  }
}
