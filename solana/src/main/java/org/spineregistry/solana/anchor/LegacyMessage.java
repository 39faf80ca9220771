package org.spineregistry.solana.anchor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;

/** A legacy message with one signer, read to the rules of the runtime's sanitizer. */
public record LegacyMessage(List<Address> keys, String blockhash, List<Instruction> instructions) {
  private static final int VERSIONED = 0x80;

  /**
   * @param accounts indexes into the message's keys
   */
  public record Instruction(Address program, List<Integer> accounts, byte[] data) {}

  public Address signer() {
    return keys.get(0);
  }

  /** Reads a message to its end. */
  public static LegacyMessage read(TransactionReader reader) {
    int required = reader.unsignedByte();
    require((required & VERSIONED) == 0, "is not a legacy transaction");
    require(required == 1, "wants " + required + " signatures instead of one");
    require(reader.unsignedByte() == 0, "has a read-only fee payer");
    int readOnly = reader.unsignedByte();
    List<Address> keys = readKeys(reader);
    require(readOnly < keys.size(), "has more read-only keys than keys");
    String blockhash = Base58Text.encode(reader.take(Address.LENGTH));
    LegacyMessage message = new LegacyMessage(keys, blockhash, readInstructions(reader, keys));
    reader.end();
    return message;
  }

  private static List<Address> readKeys(TransactionReader reader) {
    int count = reader.length();
    List<Address> keys = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      keys.add(Address.of(reader.take(Address.LENGTH)));
    }
    require(!keys.isEmpty(), "has no key");
    require(new HashSet<>(keys).size() == count, "names a key twice");
    return List.copyOf(keys);
  }

  private static List<Instruction> readInstructions(TransactionReader reader, List<Address> keys) {
    int count = reader.length();
    List<Instruction> instructions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int program = reader.unsignedByte();
      require(program > 0 && program < keys.size(), "calls a program that is not among its keys");
      List<Integer> accounts = readAccounts(reader, keys.size());
      instructions.add(new Instruction(keys.get(program), accounts, reader.sized()));
    }
    return List.copyOf(instructions);
  }

  private static List<Integer> readAccounts(TransactionReader reader, int keys) {
    List<Integer> accounts = new ArrayList<>();
    for (byte index : reader.sized()) {
      require((index & 0xff) < keys, "passes an account that is not among its keys");
      accounts.add(index & 0xff);
    }
    return List.copyOf(accounts);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new NotAnAnchorException(rule);
    }
  }
}
