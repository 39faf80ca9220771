package org.spineregistry.anchor.fake;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.rpc.Tip;
import org.spineregistry.solana.token.PaidTransaction;
import org.spineregistry.solana.verify.OnChainResult.Anchored;

/** One node of a {@link FakeChain}, with the faults that real ones have. */
public final class FakeEndpoint implements Endpoint {
  private static final long RENT = 890_880;
  private static final long RENT_OF_A_BYTE = 6_960;

  private final String name;
  private final FakeChain chain;
  private Supplier<RpcFailure> down;
  private Supplier<RpcFailure> answerLost;
  private String otherGenesis;
  private UnaryOperator<FinalizedTransaction> lie = tx -> tx;
  private String simulationError;
  private int simulationLimit;
  private final Set<Address> refusing = new HashSet<>();
  private int pageSize = SolanaRpc.MAX_LISTED;
  private final Set<Address> ghosts = new HashSet<>();
  private long statusLag;
  private long lag;
  private long retained;
  private int calls;
  private int airdrops;
  private long blockhashes;

  public FakeEndpoint(String name, FakeChain chain) {
    this.name = name;
    this.chain = chain;
  }

  /** Every call fails; null brings it back. */
  public void down(Supplier<RpcFailure> failure) {
    down = failure;
  }

  /** A sent transaction takes effect and the answer is lost; null brings answers back. */
  public void loseAnswers(Supplier<RpcFailure> failure) {
    answerLost = failure;
  }

  public void belongsTo(String genesisHash) {
    otherGenesis = genesisHash;
  }

  public void lies(UnaryOperator<FinalizedTransaction> change) {
    lie = change;
  }

  public void simulationFails(String err) {
    simulationError = err;
  }

  /** Says of an address that a marker stands there. */
  public void invents(Address address) {
    ghosts.add(address);
  }

  /** The whole node is behind. */
  public void lag(long slots) {
    lag = slots;
  }

  /** Statuses come from a backend that is behind the one that tells the height. */
  public void statusLag(long slots) {
    statusLag = slots;
  }

  /** Has forgotten everything before the slot that is now. */
  public void prune() {
    retained = chain.slot();
  }

  /** Has all of its history again. */
  public void remember() {
    retained = 0;
  }

  /** Transactions of more bytes than that fail when they are simulated. */
  public void simulationFailsAbove(int bytes, String err) {
    simulationLimit = bytes;
    simulationError = err;
  }

  /** Transfers to these token accounts fail when they are simulated, alone or among others. */
  public void refuses(Set<Address> accounts) {
    refusing.clear();
    refusing.addAll(accounts);
    simulationError = accounts.isEmpty() ? null : "{\"InstructionError\":[3,{\"Custom\":36}]}";
  }

  /** Lists so many transactions at a time. */
  public void pageSize(int transactions) {
    pageSize = transactions;
  }

  public int calls() {
    return calls;
  }

  public int airdrops() {
    return airdrops;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String genesisHash() {
    called();
    return otherGenesis == null ? chain.genesisHash() : otherGenesis;
  }

  @Override
  public LatestBlockhash latestBlockhash() {
    called();
    long slot = chain.slot() - lag;
    return new LatestBlockhash(
        slot, chain.newBlockhash(++blockhashes), chain.slot() + FakeChain.LIFE);
  }

  @Override
  public EndpointView.Answered probe(List<String> signatures) {
    called();
    long tip = chain.slot() - lag;
    long seen = tip - statusLag;
    Map<String, Optional<SignatureStatus>> statuses = new HashMap<>();
    for (String signature : signatures) {
      statuses.put(
          signature, Optional.ofNullable(chain.find(signature, seen)).map(tx -> status(tx, seen)));
    }
    long finalized = tip - FakeChain.FINAL;
    return new EndpointView.Answered(name, new Tip(finalized, finalized), seen, statuses, retained);
  }

  private static SignatureStatus status(FakeChain.Landed tx, long tip) {
    Commitment level =
        tip - tx.slot() >= FakeChain.FINAL
            ? Commitment.FINALIZED
            : tip == tx.slot() ? Commitment.PROCESSED : Commitment.CONFIRMED;
    return new SignatureStatus(tx.slot(), level, tx.err());
  }

  @Override
  public void send(byte[] transaction) {
    called();
    chain.receive(transaction);
    if (answerLost != null) {
      throw answerLost.get();
    }
  }

  @Override
  public Optional<FinalizedTransaction> transaction(String signature) {
    called();
    return Optional.ofNullable(chain.find(signature, chain.slot() - lag - FakeChain.FINAL))
        .map(
            tx ->
                new FinalizedTransaction(
                    tx.slot(), null, tx.err(), Base64.getEncoder().encodeToString(tx.bytes())))
        .map(lie);
  }

  @Override
  public Simulation simulate(byte[] transaction) {
    called();
    boolean fails =
        transaction.length > simulationLimit
            && (refusing.isEmpty()
                || PaidTransaction.read(transaction).paid().keySet().stream()
                    .anyMatch(refusing::contains));
    return new Simulation(fails ? simulationError : null, 513);
  }

  @Override
  public BigInteger balance(Address address) {
    called();
    return chain.balance;
  }

  @Override
  public long rentExemption(long bytes) {
    called();
    return RENT + bytes * RENT_OF_A_BYTE;
  }

  @Override
  public List<Optional<AccountState>> accounts(List<Address> addresses) {
    called();
    return addresses.stream().map(this::account).toList();
  }

  /** A marker is state: a pruned node has it too. */
  private Optional<AccountState> account(Address address) {
    if (ghosts.contains(address)) {
      return Optional.of(AccountState.of(Marker.OWNER, new byte[Marker.SPACE]));
    }
    if (chain.state(address).isPresent()) {
      return chain.state(address);
    }
    return chain
        .marked(chain.slot() - lag - FakeChain.FINAL)
        .filter(tx -> marker(tx).address().equals(address))
        .findFirst()
        .map(tx -> AccountState.of(Marker.OWNER, new byte[Marker.SPACE]));
  }

  private static Marker marker(FakeChain.Landed tx) {
    return AnchorTransactionParser.parse(tx.bytes()).marker().orElseThrow();
  }

  @Override
  public Optional<Anchored> firstAnchor(Marker marker, Memo memo, String genesisHash) {
    called();
    return chain
        .marked(chain.slot() - lag - FakeChain.FINAL)
        .filter(tx -> tx.slot() >= retained && marker(tx).equals(marker))
        .findFirst()
        .map(tx -> new Anchored(AnchorTransactionParser.parse(tx.bytes()), tx.slot(), null));
  }

  @Override
  public List<ListedTransaction> listed(Address address, String before) {
    called();
    List<ListedTransaction> all = chain.listed(chain.slot() - lag - FakeChain.FINAL);
    int from = 1 + all.stream().map(ListedTransaction::signature).toList().indexOf(before);
    return all.subList(from, Math.min(all.size(), from + pageSize));
  }

  @Override
  public void requestAirdrop(Address address, long lamports) {
    called();
    airdrops++;
    chain.balance = chain.balance.add(BigInteger.valueOf(lamports));
  }

  private void called() {
    calls++;
    if (down != null) {
      throw down.get();
    }
  }
}
