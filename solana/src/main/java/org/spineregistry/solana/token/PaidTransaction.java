package org.spineregistry.solana.token;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.solana.anchor.LegacyMessage;
import org.spineregistry.solana.anchor.LegacyMessage.Instruction;
import org.spineregistry.solana.anchor.NotAnAnchorException;
import org.spineregistry.solana.anchor.Programs;
import org.spineregistry.solana.anchor.TransactionReader;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;

/**
 * What a payout transaction says, read from its bytes.
 *
 * @param signature base58
 * @param payer who signed
 * @param blockhash base58
 * @param memo of the batch
 * @param paid base units by token account, in the order of the transfers
 */
public record PaidTransaction(
    String signature,
    Address payer,
    String blockhash,
    PayoutMemo memo,
    Map<Address, BigInteger> paid) {
  private static final int AMOUNT = 1;

  /**
   * @throws NotATokenException when it is something else
   */
  public static PaidTransaction read(byte[] transaction) {
    try {
      TransactionReader reader = new TransactionReader(transaction);
      require(reader.length() == 1, "does not have exactly one signature");
      String signature = Base58Text.encode(reader.take(Ed25519Verifier.SIGNATURE_LENGTH));
      LegacyMessage message = LegacyMessage.read(reader);
      return new PaidTransaction(
          signature, message.signer(), message.blockhash(), memo(message), paid(message));
    } catch (NotAnAnchorException e) {
      throw new NotATokenException(e.getMessage());
    }
  }

  private static PayoutMemo memo(LegacyMessage message) {
    List<PayoutMemo> memos = new ArrayList<>();
    for (Instruction call : message.instructions()) {
      if (call.program().equals(Programs.MEMO)) {
        String text = new String(call.data(), StandardCharsets.ISO_8859_1);
        PayoutMemo.parse(text).ifPresent(memos::add);
      }
    }
    require(memos.size() == 1, "does not have exactly one memo of a payout batch");
    return memos.get(0);
  }

  private static Map<Address, BigInteger> paid(LegacyMessage message) {
    Map<Address, BigInteger> paid = new LinkedHashMap<>();
    for (Instruction call : message.instructions()) {
      if (TokenPrograms.isToken(call.program())) {
        require(
            call.data().length == TokenInstructions.TRANSFER_BYTES
                && call.data()[0] == TokenInstructions.TRANSFER_CHECKED
                && call.accounts().size() == 4,
            "does something else than transfer");
        long amount = ByteBuffer.wrap(call.data()).order(ByteOrder.LITTLE_ENDIAN).getLong(AMOUNT);
        paid.merge(
            message.keys().get(call.accounts().get(2)),
            new BigInteger(Long.toUnsignedString(amount)),
            BigInteger::add);
      }
    }
    return paid;
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new NotATokenException(problem);
    }
  }
}
