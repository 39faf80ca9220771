package org.spineregistry.anchor.fake;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.rpc.Tip;

/** One node of a {@link FakeChain}, with the faults that real ones have. */
public final class FakeEndpoint implements Endpoint {
  private static final long RENT = 890_880;

  private final String name;
  private final FakeChain chain;
  private Supplier<RpcFailure> down;
  private Supplier<RpcFailure> answerLost;
  private String otherGenesis;
  private UnaryOperator<FinalizedTransaction> lie = tx -> tx;
  private String simulationError;
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
    return new Simulation(simulationError, 513);
  }

  @Override
  public BigInteger balance(Address address) {
    called();
    return chain.balance;
  }

  @Override
  public long rentExemption() {
    called();
    return RENT;
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
