package org.spineregistry.solana.rpc;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.p2p.solanaj.rpc.RpcClient;
import org.p2p.solanaj.rpc.RpcException;
import org.spineregistry.solana.key.Address;

/**
 * The calls that we make to one RPC endpoint. Every method throws {@link RpcFailure} when there is
 * no result. Safe for use by many threads; makes no retries.
 */
public final class SolanaRpc {
  /** Limit of {@link #statuses}. */
  public static final int MAX_STATUSES = 256;

  /** Limit of {@link #accounts}. */
  public static final int MAX_ACCOUNTS = 100;

  /** Limit of {@link #signaturesFor}. */
  public static final int MAX_LISTED = 1000;

  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private static final int NODE_UNHEALTHY = -32005;

  private final String name;
  private final RpcClient client;

  /**
   * @param name for logs and metrics. The URL itself is a secret: providers put the API key into it
   * @param timeout of a whole call, from connecting to the last byte
   * @throws IllegalArgumentException if the URL is not of http or https; the message does not show
   *     it
   */
  public SolanaRpc(String name, String url, Duration timeout) {
    this(name, url, RpcHttp.client(timeout).build());
  }

  SolanaRpc(String name, String url, OkHttpClient http) {
    if (HttpUrl.parse(url) == null) {
      throw new IllegalArgumentException(
          "the URL of Solana endpoint "
              + name
              + " must start with http:// or https:// and name a host");
    }
    this.name = name;
    this.client = new RpcClient(url, http); // the one constructor of solanaj that takes our client
  }

  public String name() {
    return name;
  }

  /** Which cluster this is: the hash of its first block, base58. */
  public String genesisHash() {
    return result("getGenesisHash", String.class);
  }

  /** False when the node says that it is behind or ill. */
  public boolean healthy() {
    try {
      return "ok".equals(result("getHealth", String.class));
    } catch (RpcFailure e) {
      if (e.code().filter(code -> code == NODE_UNHEALTHY).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  /** Slot and height of the newest finalized block, from one block. */
  public Tip finalizedTip() {
    return tip(Commitment.FINALIZED);
  }

  public Tip tip(Commitment commitment) {
    return new AnswerReader("getEpochInfo")
        .tip(call("getEpochInfo", Answers.EpochInfo.class, at(commitment)));
  }

  /**
   * Oldest slot of which the node still has transactions: about anything older, "not found" means
   * nothing.
   */
  public long firstAvailableBlock() {
    return result("getFirstAvailableBlock", Long.class);
  }

  /**
   * At {@code confirmed}: {@code processed} may be orphaned, {@code finalized} has lost a third of
   * its life already.
   */
  public LatestBlockhash latestBlockhash() {
    String method = "getLatestBlockhash";
    return new AnswerReader(method)
        .blockhash(call(method, Answers.Blockhash.class, at(Commitment.CONFIRMED)));
  }

  /**
   * @param signatures at most {@value #MAX_STATUSES}
   * @param minContextSlot a slot that the endpoint must have reached. Older nodes ignore it, so
   *     compare {@link SignatureStatuses#contextSlot} too
   */
  public SignatureStatuses statuses(List<String> signatures, long minContextSlot) {
    if (signatures.isEmpty() || signatures.size() > MAX_STATUSES) {
      throw new IllegalArgumentException(
          "1 to " + MAX_STATUSES + " signatures a call, not " + signatures.size());
    }
    Map<String, Object> options =
        Map.of("searchTransactionHistory", true, "minContextSlot", minContextSlot);
    String method = "getSignatureStatuses";
    return new AnswerReader(method)
        .statuses(call(method, Answers.Statuses.class, signatures, options), signatures.size());
  }

  /**
   * @return empty when the endpoint has no such transaction at finalized: not final yet, never
   *     landed, or pruned
   */
  public Optional<FinalizedTransaction> transaction(String signature) {
    Map<String, Object> options =
        Map.of(
            "encoding",
            "base64",
            "commitment",
            Commitment.FINALIZED.wire(),
            "maxSupportedTransactionVersion",
            1);
    Answers.Transaction answer =
        call("getTransaction", Answers.Transaction.class, signature, options);
    return Optional.ofNullable(answer).map(new AnswerReader("getTransaction")::transaction);
  }

  /**
   * Finalized transactions that mention the address, newest first.
   *
   * @param before signature to go on behind, null to begin with the newest
   * @param limit 1 to {@value #MAX_LISTED}
   */
  public List<ListedTransaction> signaturesFor(Address address, String before, int limit) {
    Map<String, Object> options = new HashMap<>(at(Commitment.FINALIZED));
    options.put("limit", limit);
    if (before != null) {
      options.put("before", before);
    }
    String method = "getSignaturesForAddress";
    return new AnswerReader(method)
        .listed(call(method, Answers.Listed[].class, address.base58(), options));
  }

  /**
   * Accounts at finalized, from one slot, in the order of the addresses.
   *
   * @param addresses 1 to {@value #MAX_ACCOUNTS}
   * @return empty where there is no account
   */
  public List<Optional<AccountState>> accounts(List<Address> addresses) {
    if (addresses.isEmpty() || addresses.size() > MAX_ACCOUNTS) {
      throw new IllegalArgumentException(
          "1 to " + MAX_ACCOUNTS + " addresses a call, not " + addresses.size());
    }
    List<String> texts = addresses.stream().map(Address::base58).toList();
    Map<String, Object> options =
        Map.of("encoding", "base64", "commitment", Commitment.FINALIZED.wire());
    String method = "getMultipleAccounts";
    return new AnswerReader(method)
        .accounts(call(method, Answers.Accounts.class, texts, options), texts.size());
  }

  /** Lamports (10⁻⁹ SOL). */
  public BigInteger balance(Address address, Commitment commitment) {
    AnswerReader reader = new AnswerReader("getBalance");
    Answers.Balance answer =
        call("getBalance", Answers.Balance.class, address.base58(), at(commitment));
    return reader.required(reader.required(answer).value());
  }

  /**
   * Lamports that an account with this many bytes of data must hold. The rate changes: ask, never
   * hard-code.
   */
  public long rentExemption(long bytes) {
    return result("getMinimumBalanceForRentExemption", Long.class, bytes);
  }

  /**
   * Prices (micro-lamports per compute unit) that recent blocks took for writing to the account;
   * one for each block.
   */
  public List<Long> recentPrices(Address writable) {
    AnswerReader reader = new AnswerReader("getRecentPrioritizationFees");
    Answers.PrioritizationFee[] fees =
        call(
            "getRecentPrioritizationFees",
            Answers.PrioritizationFee[].class,
            List.of(writable.base58()));
    return Arrays.stream(reader.required(fees))
        .map(fee -> reader.required(reader.required(fee).prioritizationFee()))
        .toList();
  }

  /**
   * Tries the transaction on the newest confirmed state, with a fresh blockhash in place of its
   * own.
   */
  public Simulation simulate(byte[] transaction) {
    Map<String, Object> options =
        Map.of(
            "encoding",
            "base64",
            "replaceRecentBlockhash",
            true,
            "commitment",
            Commitment.CONFIRMED.wire());
    String method = "simulateTransaction";
    return new AnswerReader(method)
        .simulation(call(method, Answers.Simulated.class, base64(transaction), options));
  }

  /**
   * Hands the bytes to the endpoint, without preflight and without retries of its own. The answer
   * says nothing about landing; the same bytes can land at most once however often they are sent.
   *
   * @return the signature, as the endpoint read it
   */
  public String send(byte[] transaction) {
    return result(
        "sendTransaction",
        String.class,
        base64(transaction),
        Map.of("encoding", "base64", "skipPreflight", true, "maxRetries", 0));
  }

  /** Asks the faucet of a local or test cluster for lamports. */
  public String requestAirdrop(Address address, long lamports) {
    return result("requestAirdrop", String.class, address.base58(), lamports);
  }

  private <T> T result(String method, Class<T> type, Object... params) {
    return new AnswerReader(method).required(call(method, type, params));
  }

  private <T> T call(String method, Class<T> type, Object... params) {
    try {
      return client.call(method, Arrays.asList(params), type);
    } catch (
        RpcException
            e) { // the interceptor has taken every other failure; its text may quote the answer
      throw RpcFailure.unexpectedShape(method);
    }
  }

  private static Map<String, Object> at(Commitment commitment) {
    return Map.of("commitment", commitment.wire());
  }

  private static String base64(byte[] transaction) {
    return Base64.getEncoder().encodeToString(transaction);
  }

  @Override
  public String toString() {
    return "Solana endpoint " + name;
  }
}
