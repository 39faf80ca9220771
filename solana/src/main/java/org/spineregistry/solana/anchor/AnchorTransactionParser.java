package org.spineregistry.solana.anchor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;

/**
 * The strict reading of an anchor transaction. It parses to its last byte; one signature is
 * required and is valid under the first key; exactly one memo instruction, with account 0 and a
 * memo of format v1; every other instruction is of the compute-budget program. Reads instruction
 * data, never logs: their wording differs between builds of the memo program.
 */
public final class AnchorTransactionParser {
  /** Largest transaction that a cluster takes. */
  static final int MAX_BYTES = 1232;

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
    Memo memo = memo(message.instructions());
    if (!Ed25519Verifier.verify(message.signer().bytes(), signed, signature)) {
      throw new NotAnAnchorException("its signature is not valid");
    }
    String base64 = Base64.getEncoder().encodeToString(transaction);
    return new AnchorTransaction(
        Base58Text.encode(signature), message.signer(), memo, message.blockhash(), base64);
  }

  private static Memo memo(List<LegacyMessage.Instruction> instructions) {
    Memo memo = null;
    for (LegacyMessage.Instruction instruction : instructions) {
      if (instruction.program().equals(Programs.MEMO)) {
        if (memo != null) {
          throw new NotAnAnchorException("has more than one memo");
        }
        memo = memo(instruction);
      } else if (!instruction.program().equals(Programs.COMPUTE_BUDGET)) {
        throw new NotAnAnchorException("calls program " + instruction.program());
      }
    }
    if (memo == null) {
      throw new NotAnAnchorException("has no memo");
    }
    return memo;
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
