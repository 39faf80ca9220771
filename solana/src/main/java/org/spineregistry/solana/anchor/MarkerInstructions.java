package org.spineregistry.solana.anchor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.p2p.solanaj.core.AccountMeta;
import org.p2p.solanaj.core.TransactionInstruction;

/**
 * The two instructions of the system program that make a marker. Transfer, then allocate: an
 * instruction that creates the account in one go fails for ever when a stranger has sent lamports
 * to the address before, while to these his lamports are a gift.
 */
final class MarkerInstructions {
  /** Numbers of the system program's instructions, u32. */
  static final int TRANSFER = 2;

  static final int ALLOCATE_WITH_SEED = 9;

  /** Number and lamports. */
  static final int TRANSFER_BYTES = 4 + 8;

  private MarkerInstructions() {}

  /**
   * @param lamports rent of the account
   */
  static List<TransactionInstruction> of(Marker marker, long lamports) {
    AccountMeta publisher = new AccountMeta(marker.publisher().toPublicKey(), true, true);
    AccountMeta account = new AccountMeta(marker.address().toPublicKey(), false, true);
    byte[] transfer = little(TRANSFER_BYTES).putInt(TRANSFER).putLong(lamports).array();
    return List.of(
        system(List.of(publisher, account), transfer),
        system(
            List.of(account, new AccountMeta(marker.publisher().toPublicKey(), true, false)),
            allocate(marker)));
  }

  private static TransactionInstruction system(List<AccountMeta> accounts, byte[] data) {
    return new TransactionInstruction(Programs.SYSTEM.toPublicKey(), accounts, data);
  }

  /** Number, base, length of the seed (u64), seed, space (u64), owner: 116 bytes. */
  static byte[] allocate(Marker marker) {
    byte[] seed = marker.seed().getBytes(StandardCharsets.US_ASCII);
    return little(4 + 32 + 8 + seed.length + 8 + 32)
        .putInt(ALLOCATE_WITH_SEED)
        .put(marker.publisher().bytes())
        .putLong(seed.length)
        .put(seed)
        .putLong(Marker.SPACE)
        .put(Marker.OWNER.bytes())
        .array();
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
