package org.spineregistry.solana.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.p2p.solanaj.core.AccountMeta;
import org.p2p.solanaj.core.TransactionInstruction;
import org.p2p.solanaj.programs.ComputeBudgetProgram;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Programs;
import org.spineregistry.solana.anchor.UnsignedMessage;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.key.Signer;

/**
 * Builds transactions that pay several wallets, all of them or none: compute limit, compute price,
 * for each payment the recipient's account if he has none and a {@code TransferChecked}, then the
 * memo. The payer signs, pays the fee and the new accounts, and owns the account that pays.
 */
public final class PayoutTransactionBuilder {
  /** Largest transaction that a cluster takes. */
  public static final int MAX_BYTES = 1232;

  private static final String NO_BLOCKHASH = "11111111111111111111111111111111";

  private final Mint mint;
  private final Signer payer;
  private final Address source;

  public PayoutTransactionBuilder(Mint mint, Signer payer) {
    this.mint = mint;
    this.payer = payer;
    this.source = mint.accountOf(payer.address());
  }

  /**
   * @param transfers at least one
   * @param blockhash base58 of 32 bytes
   * @throws IllegalStateException if the signer returned something that does not verify
   */
  public PayoutTransaction build(
      PayoutMemo memo, List<Transfer> transfers, String blockhash, ComputeBudget budget) {
    byte[] message = message(memo, transfers, blockhash, budget);
    byte[] signature = payer.sign(message);
    if (!Ed25519Verifier.verify(payer.address().bytes(), message, signature)) {
      throw new IllegalStateException("what " + payer.address() + " signs does not verify");
    }
    return new PayoutTransaction(
        Base58Text.encode(signature),
        Base64.getEncoder().encodeToString(withSignature(signature, message)));
  }

  /**
   * The transaction with a signature and a blockhash of zeros, to simulate before anything is
   * signed.
   */
  public byte[] draft(PayoutMemo memo, List<Transfer> transfers, ComputeBudget budget) {
    return withSignature(
        new byte[Ed25519Verifier.SIGNATURE_LENGTH], message(memo, transfers, NO_BLOCKHASH, budget));
  }

  /** Whether a transaction with these payments is small enough. */
  public boolean fits(PayoutMemo memo, List<Transfer> transfers) {
    ComputeBudget any = new ComputeBudget(ComputeBudget.MAX_UNITS, 0);
    return draft(memo, transfers, any).length <= MAX_BYTES;
  }

  private byte[] message(
      PayoutMemo memo, List<Transfer> transfers, String blockhash, ComputeBudget budget) {
    Base58Text.decode("blockhash", blockhash, Address.LENGTH);
    List<TransactionInstruction> instructions = new ArrayList<>();
    instructions.add(ComputeBudgetProgram.setComputeUnitLimit(budget.unitLimit()));
    instructions.add(ComputeBudgetProgram.setComputeUnitPrice(budget.microLamportsPerUnit()));
    for (Transfer transfer : transfers) {
      if (transfer.createsAccount()) {
        instructions.add(TokenInstructions.create(mint, payer.address(), transfer.wallet()));
      }
      instructions.add(
          TokenInstructions.transfer(
              mint,
              payer.address(),
              source,
              mint.accountOf(transfer.wallet()),
              transfer.baseUnits().longValue()));
    }
    AccountMeta signer = new AccountMeta(payer.address().toPublicKey(), true, false);
    instructions.add(
        new TransactionInstruction(
            Programs.MEMO.toPublicKey(),
            List.of(signer),
            memo.text().getBytes(StandardCharsets.US_ASCII)));
    return new UnsignedMessage(payer.address(), blockhash, instructions).serialize();
  }

  private static byte[] withSignature(byte[] signature, byte[] message) {
    return ByteBuffer.allocate(1 + signature.length + message.length)
        .put((byte) 1)
        .put(signature)
        .put(message)
        .array();
  }
}
