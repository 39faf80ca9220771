package org.spineregistry.anchor.fake;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.PaidTransaction;
import org.spineregistry.solana.token.TokenPrograms;

/**
 * A chain that a test moves slot by slot. A block in every slot, so height and slot are one; a
 * blockhash lives 150 blocks; final after 32; what was not final can be forked away.
 */
public final class FakeChain {
  public static final int LIFE = 150;
  public static final int FINAL = 32;

  /** A transaction in a block. */
  record Landed(long slot, String err, byte[] bytes) {}

  /** A transaction on its way. */
  private record Held(long slot, byte[] bytes) {}

  private final Map<Address, AccountState> state = new HashMap<>();
  private final Map<String, Landed> landed = new LinkedHashMap<>();
  private final Map<String, Long> blockhashes = new LinkedHashMap<>();
  private final List<Held> held = new ArrayList<>();
  private final String genesisHash;
  private long slot = 1000;
  private int drops;
  private int holds;
  private long holdSlots;
  private int failures;
  BigInteger balance = BigInteger.valueOf(1_000_000_000);

  public FakeChain(int number) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) number;
    bytes[31] = 7;
    genesisHash = Base58Text.encode(bytes);
  }

  public String genesisHash() {
    return genesisHash;
  }

  long slot() {
    return slot;
  }

  /** Time passes; what was held lands when its slot comes. */
  public void advance(int slots) {
    for (int i = 0; i < slots; i++) {
      slot++;
      for (Held late : List.copyOf(held)) {
        if (late.slot() <= slot) {
          held.remove(late);
          land(late.bytes());
        }
      }
    }
  }

  /** The next transactions are lost. */
  public void drop(int count) {
    drops = count;
  }

  /** The next transactions land only after so many slots, if their blockhash still lives. */
  public void hold(int count, long slots) {
    holds = count;
    holdSlots = slots;
  }

  /** The next transactions land and fail. */
  public void fail(int count) {
    failures = count;
  }

  /** What is not final is gone, blockhashes included. */
  public void fork(int depth) {
    if (depth >= FINAL) {
      throw new IllegalArgumentException("what is final stays");
    }
    long base = slot - depth;
    landed.values().removeIf(tx -> tx.slot() > base);
    blockhashes.values().removeIf(at -> at > base);
  }

  /** A token, and an account that holds it. Other accounts are not kept: nobody has one. */
  public Mint issueToken(Address holder, int decimals, BigInteger amount) {
    Mint mint = new Mint(KeyPair.random().address(), TokenPrograms.TOKEN_2022, decimals);
    ByteBuffer data = ByteBuffer.allocate(82).order(ByteOrder.LITTLE_ENDIAN);
    state.put(
        mint.address(),
        AccountState.of(mint.program(), data.put(44, (byte) decimals).put(45, (byte) 1).array()));
    hold(mint, holder, holder, amount, false);
    return mint;
  }

  /** Gives a wallet an empty account, that may be somebody else's. */
  public void hold(Mint mint, Address wallet, Address owner, boolean frozen) {
    hold(mint, wallet, owner, BigInteger.ZERO, frozen);
  }

  private void hold(Mint mint, Address wallet, Address owner, BigInteger amount, boolean frozen) {
    ByteBuffer account = ByteBuffer.allocate(165).order(ByteOrder.LITTLE_ENDIAN);
    account.put(mint.address().bytes()).put(owner.bytes()).putLong(amount.longValue());
    state.put(
        mint.accountOf(wallet),
        AccountState.of(mint.program(), account.put(108, (byte) (frozen ? 2 : 1)).array()));
  }

  /** Gives a wallet an empty account of its own that has an extension of one byte. */
  public void extend(Mint mint, Address wallet, int extension, int value) {
    ByteBuffer account = ByteBuffer.allocate(171).order(ByteOrder.LITTLE_ENDIAN);
    account.put(mint.address().bytes()).put(wallet.bytes()).put(108, (byte) 1).put(165, (byte) 2);
    account.putShort(166, (short) extension).putShort(168, (short) 1).put(170, (byte) value);
    state.put(mint.accountOf(wallet), AccountState.of(mint.program(), account.array()));
  }

  Optional<AccountState> state(Address address) {
    return Optional.ofNullable(state.get(address));
  }

  public void balance(long lamports) {
    balance = BigInteger.valueOf(lamports);
  }

  /** Digests of the anchors that landed and did not fail, as often as they landed. */
  public List<String> memos() {
    return landed.values().stream()
        .filter(tx -> tx.err() == null)
        .map(tx -> SentTransaction.read(tx.bytes()).memo())
        .toList();
  }

  /** Payments that landed and did not fail. */
  public List<PaidTransaction> payments() {
    return landed.values().stream()
        .filter(tx -> tx.err() == null)
        .map(tx -> PaidTransaction.read(tx.bytes()))
        .toList();
  }

  /** How many of them failed. */
  public long failed() {
    return landed.values().stream().filter(tx -> tx.err() != null).count();
  }

  public int transactions() {
    return landed.size();
  }

  String newBlockhash(long number) {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 8; i++) {
      bytes[i] = (byte) (slot >> 8 * i);
      bytes[8 + i] = (byte) (number >> 8 * i);
    }
    bytes[31] = 1;
    String blockhash = Base58Text.encode(bytes);
    blockhashes.put(blockhash, slot);
    return blockhash;
  }

  void receive(byte[] bytes) {
    String signature = SentTransaction.read(bytes).signature();
    if (landed.containsKey(signature)) {
      return;
    }
    if (drops > 0) {
      drops--;
    } else if (holds > 0) {
      holds--;
      held.add(new Held(slot + holdSlots, bytes));
    } else {
      land(bytes);
    }
  }

  private void land(byte[] bytes) {
    SentTransaction transaction = SentTransaction.read(bytes);
    Long signedAt = blockhashes.get(transaction.blockhash());
    if (signedAt == null || slot > signedAt + LIFE) {
      return;
    }
    String err = failures > 0 ? "{\"InstructionError\":[2,{\"Custom\":1}]}" : null;
    failures = Math.max(0, failures - 1);
    if (transaction.marker().isPresent()
        && marked(slot).anyMatch(tx -> markerOf(tx).equals(transaction.marker()))) {
      err = "{\"InstructionError\":[3,{\"Custom\":0}]}";
    }
    landed.putIfAbsent(transaction.signature(), new Landed(slot, err, bytes));
  }

  /** Transactions that made a marker. */
  Stream<Landed> marked(long upToSlot) {
    return landed.values().stream()
        .filter(tx -> tx.err() == null && tx.slot() <= upToSlot && markerOf(tx).isPresent());
  }

  private static Optional<Marker> markerOf(Landed tx) {
    return SentTransaction.read(tx.bytes()).marker();
  }

  /** Newest first, as if every one mentioned whoever asks. */
  List<ListedTransaction> listed(long upToSlot) {
    List<ListedTransaction> listed = new ArrayList<>();
    landed.forEach(
        (signature, tx) -> {
          if (tx.slot() <= upToSlot) {
            listed.add(0, listed(signature, tx));
          }
        });
    return listed;
  }

  private static ListedTransaction listed(String signature, Landed tx) {
    String memo = SentTransaction.read(tx.bytes()).memo();
    return new ListedTransaction(
        signature, tx.slot(), tx.err(), "[" + memo.length() + "] " + memo, null);
  }

  Landed find(String signature, long upToSlot) {
    Landed tx = landed.get(signature);
    return tx == null || tx.slot() > upToSlot ? null : tx;
  }
}
