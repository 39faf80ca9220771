package org.spineregistry.solana.anchor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.p2p.solanaj.core.AccountMeta;
import org.p2p.solanaj.core.TransactionInstruction;
import org.p2p.solanaj.programs.ComputeBudgetProgram;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.key.Signer;

/**
 * Builds anchor transactions of layout v1: compute limit, compute price, memo signed by the fee
 * payer; 295 bytes for a dataset. With a marker, its two instructions stand before the memo; 505
 * bytes for the largest batch. Bytes are built once: sending the same bytes again is harmless,
 * signing again makes another transaction.
 */
public final class AnchorTransactionBuilder {
  private final Signer publisher;

  public AnchorTransactionBuilder(Signer publisher) {
    this.publisher = publisher;
  }

  /**
   * @param blockhash base58 of 32 bytes
   * @throws IllegalArgumentException if the blockhash is not one
   * @throws NotAnAnchorException if the signer returned something that does not verify: no reader
   *     would accept it
   */
  public AnchorTransaction build(Memo memo, String blockhash, ComputeBudget budget) {
    return build(memo, blockhash, budget, OptionalLong.empty());
  }

  /**
   * As {@link #build(Memo, String, ComputeBudget)}.
   *
   * @param markerRent lamports that an account of {@link Marker#SPACE} bytes must hold on the
   *     cluster, to make the marker; empty to make none
   */
  public AnchorTransaction build(
      Memo memo, String blockhash, ComputeBudget budget, OptionalLong markerRent) {
    byte[] message = message(memo, blockhash, budget, markerRent);
    return AnchorTransactionParser.parse(withSignature(publisher.sign(message), message));
  }

  /**
   * The transaction with a signature of zeros, to simulate before anything is signed. No cluster
   * takes it.
   *
   * @param blockhash base58 of 32 bytes
   */
  public byte[] draft(Memo memo, String blockhash, ComputeBudget budget) {
    return draft(memo, blockhash, budget, OptionalLong.empty());
  }

  /**
   * As {@link #draft(Memo, String, ComputeBudget)}.
   *
   * @param markerRent as for {@link #build(Memo, String, ComputeBudget, OptionalLong)}
   */
  public byte[] draft(Memo memo, String blockhash, ComputeBudget budget, OptionalLong markerRent) {
    return withSignature(
        new byte[Ed25519Verifier.SIGNATURE_LENGTH], message(memo, blockhash, budget, markerRent));
  }

  private byte[] message(
      Memo memo, String blockhash, ComputeBudget budget, OptionalLong markerRent) {
    Base58Text.decode("blockhash", blockhash, Address.LENGTH);
    AccountMeta signer = new AccountMeta(publisher.address().toPublicKey(), true, false);
    byte[] text = memo.text().getBytes(StandardCharsets.US_ASCII);
    List<TransactionInstruction> instructions = new ArrayList<>();
    instructions.add(ComputeBudgetProgram.setComputeUnitLimit(budget.unitLimit()));
    instructions.add(ComputeBudgetProgram.setComputeUnitPrice(budget.microLamportsPerUnit()));
    markerRent.ifPresent(
        lamports ->
            instructions.addAll(
                MarkerInstructions.of(Marker.of(publisher.address(), memo), lamports)));
    instructions.add(
        new TransactionInstruction(Programs.MEMO.toPublicKey(), List.of(signer), text));
    return new UnsignedMessage(publisher.address(), blockhash, instructions).serialize();
  }

  private static byte[] withSignature(byte[] signature, byte[] message) {
    return ByteBuffer.allocate(1 + signature.length + message.length)
        .put((byte) 1)
        .put(signature)
        .put(message)
        .array();
  }
}
