package org.spineregistry.solana.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;

/**
 * The strict reading of an anchor transaction. It parses to its last byte; one signature is
 * required and is valid under the first key; exactly one memo instruction, with account 0 and a
 * memo of format v1; every other instruction is of the compute-budget program, or one of the two
 * that make the marker of the memo's digest. Reads instruction data, never logs: their wording
 * differs between builds of the memo program.
 */
public final class AnchorTransactionParser {
  /** Largest transaction that a cluster takes. */
  static final int MAX_BYTES = 1232;

  private static final Set<Address> CALLED = Set.of(Programs.MEMO, Programs.SYSTEM);

  private AnchorTransactionParser() {}

  /**
   * @throws NotAnAnchorException naming the rule that the bytes break
   */
  public static AnchorTransaction parse(byte[] transaction) {
    if (transaction.length > MAX_BYTES) {
      throw new NotAnAnchorException(
          "has " + transaction.length + " bytes, the limit is " + MAX_BYTES);
    }
    TransactionReader reader = new TransactionReader(transaction);
    if (reader.length() != 1) {
      throw new NotAnAnchorException("does not have exactly one signature");
    }
    byte[] signature = reader.take(Ed25519Verifier.SIGNATURE_LENGTH);
    byte[] signed = Arrays.copyOfRange(transaction, reader.position(), transaction.length);
    LegacyMessage message = LegacyMessage.read(reader);
    List<LegacyMessage.Instruction> calls = calls(message.instructions());
    Memo memo = memo(calls);
    Optional<Marker> marker = MarkerReader.read(message, calls, memo);
    if (!Ed25519Verifier.verify(message.signer().bytes(), signed, signature)) {
      throw new NotAnAnchorException("its signature is not valid");
    }
    String base64 = Base64.getEncoder().encodeToString(transaction);
    return new AnchorTransaction(
        Base58Text.encode(signature), message.signer(), memo, marker, message.blockhash(), base64);
  }

  /** All but those of the compute-budget program, which move nothing. */
  private static List<LegacyMessage.Instruction> calls(
      List<LegacyMessage.Instruction> instructions) {
    List<LegacyMessage.Instruction> calls =
        instructions.stream().filter(i -> !i.program().equals(Programs.COMPUTE_BUDGET)).toList();
    for (LegacyMessage.Instruction call : calls) {
      if (!CALLED.contains(call.program())) {
        throw new NotAnAnchorException("calls program " + call.program());
      }
    }
    return calls;
  }

  private static Memo memo(List<LegacyMessage.Instruction> calls) {
    List<LegacyMessage.Instruction> memos =
        calls.stream().filter(call -> call.program().equals(Programs.MEMO)).toList();
    if (memos.size() > 1) {
      throw new NotAnAnchorException("has more than one memo");
    }
    if (memos.isEmpty()) {
      throw new NotAnAnchorException("has no memo");
    }
    return memo(memos.get(0));
  }

  private static Memo memo(LegacyMessage.Instruction instruction) {
    if (!instruction.accounts().equals(List.of(0))) {
      throw new NotAnAnchorException("its memo does not name the signer, and only the signer");
    }
    try {
      return Memo.parse(new String(instruction.data(), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      throw new NotAnAnchorException("its memo is not of format spine1");
    }
  }
}
