package org.spineregistry.anchor.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Plan.Waiting;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.MintReader;
import org.spineregistry.solana.token.NotATokenException;
import org.spineregistry.solana.token.TokenAccount;

/** The token that is paid, the account that pays, and those that are to be paid. */
final class Treasury {
  private final Cluster cluster;
  private final Address mintAddress;
  private final Address payer;
  private final MintReader reader;
  private volatile Mint mint;

  Treasury(Cluster cluster, Address mintAddress, Address payer, MintReader reader) {
    this.cluster = cluster;
    this.mintAddress = mintAddress;
    this.payer = payer;
    this.reader = reader;
  }

  /**
   * The token, asked for until an endpoint has told.
   *
   * @throws RefusedMint when it cannot be paid with
   */
  Optional<Mint> mint() {
    if (mint == null) {
      cluster
          .first(endpoint -> endpoint.accounts(List.of(mintAddress)))
          .ifPresent(answer -> mint = read(answer.get(0)));
    }
    return Optional.ofNullable(mint);
  }

  private Mint read(Optional<AccountState> account) {
    try {
      return reader.read(
          mintAddress, account.orElseThrow(() -> new RefusedMint(mintAddress, "does not exist")));
    } catch (NotATokenException e) {
      throw new RefusedMint(mintAddress, e.getMessage());
    }
  }

  /**
   * Base units that the paying account holds at finalized; empty when no endpoint answers, zero
   * when nothing can go out.
   */
  Optional<BigInteger> funds() {
    Address source = mint.accountOf(payer);
    return cluster
        .first(endpoint -> endpoint.accounts(List.of(source)))
        .map(
            answer ->
                account(answer.get(0))
                    .filter(account -> account.wallet().equals(payer) && !account.isFrozen())
                    .map(TokenAccount::amount)
                    .orElse(BigInteger.ZERO));
  }

  /**
   * What was found out about recipients.
   *
   * @param ready can be paid
   * @param waiting cannot, by beneficiary
   */
  record Recipients(List<ReadyPayment> ready, Map<String, Waiting> waiting) {}

  /** Empty when no endpoint answers. */
  Optional<Recipients> recipients(List<Payment> payments, Wallets wallets) {
    Recipients all = new Recipients(new ArrayList<>(), new TreeMap<>());
    for (int from = 0; from < payments.size(); from += SolanaRpc.MAX_ACCOUNTS) {
      List<Payment> page =
          payments.subList(from, Math.min(payments.size(), from + SolanaRpc.MAX_ACCOUNTS));
      List<Address> accounts =
          page.stream()
              .map(payment -> wallets.of(payment.beneficiaryId()).orElseThrow())
              .map(mint::accountOf)
              .toList();
      Optional<List<Optional<AccountState>>> answer =
          cluster.first(endpoint -> endpoint.accounts(accounts));
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      for (int i = 0; i < page.size(); i++) {
        Address wallet = wallets.of(page.get(i).beneficiaryId()).orElseThrow();
        sort(page.get(i), answer.get().get(i).filter(AccountState::inUse), wallet, all);
      }
    }
    return Optional.of(all);
  }

  private void sort(
      Payment payment, Optional<AccountState> state, Address wallet, Recipients recipients) {
    Optional<TokenAccount> account = account(state);
    if (state.isEmpty()) {
      recipients.ready().add(new ReadyPayment(payment, true));
    } else if (account.isEmpty() || !account.get().wallet().equals(wallet)) {
      recipients.waiting().put(payment.beneficiaryId(), Waiting.ACCOUNT_FOREIGN);
    } else if (account.get().isFrozen()) {
      recipients.waiting().put(payment.beneficiaryId(), Waiting.ACCOUNT_FROZEN);
    } else if (account.get().wantsMemos()) {
      recipients.waiting().put(payment.beneficiaryId(), Waiting.ACCOUNT_REFUSES);
    } else {
      recipients.ready().add(new ReadyPayment(payment, false));
    }
  }

  private Optional<TokenAccount> account(Optional<AccountState> state) {
    try {
      return state.map(account -> TokenAccount.read(mint, account));
    } catch (NotATokenException e) {
      return Optional.empty();
    }
  }
}
