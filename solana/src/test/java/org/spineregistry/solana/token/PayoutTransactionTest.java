package org.spineregistry.solana.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;

class PayoutTransactionTest {
  private static final ComputeBudget BUDGET = new ComputeBudget(200_000, 1_000);
  private static final String BLOCKHASH = KeyPair.random().address().base58();

  private final KeyPair payer = KeyPair.random();
  private final Mint mint = new Mint(KeyPair.random().address(), TokenPrograms.TOKEN_2022, 9);
  private final PayoutTransactionBuilder builder = new PayoutTransactionBuilder(mint, payer);
  private final PayoutMemo memo = new PayoutMemo("ab".repeat(32));

  private static List<Transfer> transfers(int count, boolean create) {
    return IntStream.range(0, count)
        .mapToObj(n -> new Transfer(KeyPair.random().address(), BigInteger.valueOf(n + 1L), create))
        .toList();
  }

  /** The memo takes 109 bytes: without it nine and nineteen would fit. */
  @Test
  void eightFitWithTheirAccountsAndSeventeenWithout() {
    assertThat(builder.fits(memo, transfers(8, true))).isTrue();
    assertThat(builder.fits(memo, transfers(9, true))).isFalse();
    assertThat(builder.fits(memo, transfers(17, false))).isTrue();
    assertThat(builder.fits(memo, transfers(18, false))).isFalse();
  }

  @Test
  void whatIsBuiltSaysWhomItPaysAndHowMuch() {
    Transfer first = new Transfer(KeyPair.random().address(), Transfer.MOST, true);
    Transfer second = new Transfer(KeyPair.random().address(), BigInteger.ONE, false);

    PayoutTransaction built = builder.build(memo, List.of(first, second), BLOCKHASH, BUDGET);
    PaidTransaction read = PaidTransaction.read(built.bytes());

    assertThat(read.signature()).isEqualTo(built.signature());
    assertThat(read.payer()).isEqualTo(payer.address());
    assertThat(read.blockhash()).isEqualTo(BLOCKHASH);
    assertThat(read.memo()).isEqualTo(memo);
    assertThat(read.paid())
        .containsEntry(mint.accountOf(first.wallet()), Transfer.MOST)
        .containsEntry(mint.accountOf(second.wallet()), BigInteger.ONE)
        .hasSize(2);
  }

  @Test
  void anAmountThatNoAccountHoldsIsNoTransfer() {
    Address wallet = KeyPair.random().address();
    for (BigInteger amount :
        List.of(BigInteger.ZERO, BigInteger.TEN.negate(), Transfer.MOST.add(BigInteger.ONE))) {
      assertThatThrownBy(() -> new Transfer(wallet, amount, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aMemoIsTakenWholeOrNotAtAll() {
    assertThat(PayoutMemo.parse(memo.text())).contains(memo);
    assertThat(PayoutMemo.parse(memo.text() + "\n")).isEmpty();
    assertThat(PayoutMemo.parse("spine1:m:" + "ab".repeat(32))).isEmpty();
  }
}
