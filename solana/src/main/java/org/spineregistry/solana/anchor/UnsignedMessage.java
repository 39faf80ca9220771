package org.spineregistry.solana.anchor;

import java.util.List;
import org.p2p.solanaj.core.Account;
import org.p2p.solanaj.core.Message;
import org.p2p.solanaj.core.TransactionInstruction;
import org.spineregistry.solana.key.Address;

/** solanaj's message compiler without a secret key, so that the key may live elsewhere. */
public final class UnsignedMessage extends Message {
  public UnsignedMessage(
      Address feePayer, String blockhash, List<TransactionInstruction> instructions) {
    setFeePayer(accountWithoutSecret(feePayer));
    setRecentBlockHash(blockhash);
    instructions.forEach(this::addInstruction);
  }

  /** setFeePayer wants an account, of which only the public half is used: bytes 32 to 63. */
  private static Account accountWithoutSecret(Address address) {
    byte[] noSecret = new byte[64];
    System.arraycopy(address.bytes(), 0, noSecret, 32, Address.LENGTH);
    return new Account(noSecret);
  }
}
