package org.spineregistry.solana.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.SolanaServer;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.rpc.SolanaRpc;

/** Payouts on the real runtime with the real token programs. */
class PayoutIT {
  private static final ComputeBudget BUDGET = new ComputeBudget(400_000, 0);
  private static final long FUNDS = 1_000_000_000_000L;
  private static SolanaServer server;
  private static SolanaRpc rpc;

  private final KeyPair payer = server.fundedWallet();
  private final Address mintAddress = KeyPair.random().address();

  @BeforeAll
  static void start() {
    server = SolanaServer.start();
    rpc = server.rpc();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  private BigInteger balance(Mint mint, Address wallet) {
    AccountState state = rpc.accounts(List.of(mint.accountOf(wallet))).get(0).orElseThrow();
    return TokenAccount.read(mint, state).amount();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aBatchMakesTheAccountsAndPaysEachToTheBaseUnit(boolean newer) {
    Address program = newer ? TokenPrograms.TOKEN_2022 : TokenPrograms.TOKEN;
    server.control(
        "setAccount", TokenBytes.set(mintAddress, program, TokenBytes.mint(payer.address(), 9)));
    server.advance(32);
    Mint mint =
        new MintReader(Set.of())
            .read(mintAddress, rpc.accounts(List.of(mintAddress)).get(0).orElseThrow());
    byte[] source = TokenBytes.account(mintAddress, payer.address(), FUNDS, false);
    server.control("setAccount", TokenBytes.set(mint.accountOf(payer.address()), program, source));
    server.advance(32);
    List<Transfer> transfers =
        IntStream.rangeClosed(1, 8)
            .mapToObj(
                n -> new Transfer(KeyPair.random().address(), BigInteger.valueOf(n * 7L), true))
            .toList();
    PayoutTransactionBuilder builder = new PayoutTransactionBuilder(mint, payer);
    PayoutMemo memo = new PayoutMemo("0f".repeat(32));

    byte[] draft = builder.draft(memo, transfers, BUDGET);
    assertThat(rpc.simulate(draft).err()).isNull();
    PayoutTransaction paid =
        builder.build(memo, transfers, rpc.latestBlockhash().blockhash(), BUDGET);
    rpc.send(paid.bytes());
    server.advance(32);

    assertThat(rpc.transaction(paid.signature()).orElseThrow().err()).isNull();
    for (Transfer transfer : transfers) {
      assertThat(balance(mint, transfer.wallet())).isEqualTo(transfer.baseUnits());
    }
    assertThat(balance(mint, payer.address())).isEqualTo(BigInteger.valueOf(FUNDS - 36 * 7));
    assertThat(rpc.signaturesFor(payer.address(), null, 10))
        .anySatisfy(line -> assertThat(line.memo()).contains(memo.text()));
    assertThat(rpc.accounts(List.of(KeyPair.random().address()))).containsOnly(Optional.empty());
  }
}
