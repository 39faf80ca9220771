package org.spineregistry.solana.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.solana.anchor.Programs;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.rpc.AccountState;

class MintReaderTest {
  private static final Address ADDRESS = KeyPair.random().address();
  private static final Address AUTHORITY = KeyPair.random().address();
  private static final Address PROGRAM = TokenPrograms.TOKEN_2022;

  private final MintReader reader = new MintReader(Set.of());

  private Mint read(byte[] data) {
    return reader.read(ADDRESS, AccountState.of(PROGRAM, data));
  }

  @Test
  void decimalsAndProgramComeFromTheMint() {
    assertThat(read(TokenBytes.mint(AUTHORITY, 9))).isEqualTo(new Mint(ADDRESS, PROGRAM, 9));
    assertThat(
            reader.read(
                ADDRESS, AccountState.of(TokenPrograms.TOKEN, TokenBytes.mint(AUTHORITY, 6))))
        .isEqualTo(new Mint(ADDRESS, TokenPrograms.TOKEN, 6));
  }

  /** Types 1, 14 and 9 are a transfer fee, a hook, and no transfers; 99 is nobody's. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 6, 9, 14, 16, 24, 26, 2, 99})
  void anExtensionThatIsInTheWayOrUnknownIsRefused(int type) {
    assertThatThrownBy(() -> read(TokenBytes.mint(AUTHORITY, 9, type, 32)))
        .isInstanceOf(NotATokenException.class)
        .hasMessageStartingWith("has extension");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 12, 18, 19, 20, 21, 22, 23, 25})
  void anExtensionThatChangesNoTransferIsTaken(int type) {
    assertThat(read(TokenBytes.mint(AUTHORITY, 9, type, 32)).decimals()).isEqualTo(9);
  }

  @Test
  void whatSomebodyAcceptsIsTaken() {
    AccountState fee = AccountState.of(PROGRAM, TokenBytes.mint(AUTHORITY, 9, 1, 108));
    assertThat(new MintReader(Set.of(MintExtension.TRANSFER_FEE)).read(ADDRESS, fee).decimals())
        .isEqualTo(9);
  }

  @ParameterizedTest
  @EnumSource(MintExtension.class)
  void everyExtensionHasAWord(MintExtension extension) {
    assertThat(MintExtension.named(extension.word())).contains(extension);
  }

  @Test
  void whatIsNoMintIsRefused() {
    byte[] good = TokenBytes.mint(AUTHORITY, 9);
    byte[] uninitialised = good.clone();
    uninitialised[45] = 0;
    byte[] overlong = TokenBytes.mint(AUTHORITY, 9, 3, 32);
    overlong[168] = 33;
    byte[] otherKind = TokenBytes.mint(AUTHORITY, 9, 3, 32);
    otherKind[165] = 2;
    for (byte[] bytes :
        new byte[][] {
          {}, Arrays.copyOf(good, 81), Arrays.copyOf(good, 165), uninitialised, overlong, otherKind
        }) {
      assertThatThrownBy(() -> read(bytes)).isInstanceOf(NotATokenException.class);
    }
    assertThatThrownBy(() -> reader.read(ADDRESS, AccountState.of(Programs.MEMO, good)))
        .isInstanceOf(NotATokenException.class);
  }

  @Test
  void anAccountSaysWhoseTokensItHoldsAndHowMany() {
    Mint mint = new Mint(ADDRESS, PROGRAM, 9);
    byte[] bytes = TokenBytes.account(ADDRESS, AUTHORITY, -1, true);
    assertThat(TokenAccount.read(mint, AccountState.of(PROGRAM, bytes)))
        .isEqualTo(new TokenAccount(ADDRESS, AUTHORITY, Transfer.MOST, true, false));
    byte[] two = TokenBytes.account(ADDRESS, AUTHORITY, 2, false);
    assertThat(TokenAccount.read(mint, AccountState.of(PROGRAM, two)).amount())
        .isEqualTo(BigInteger.TWO);
  }

  @Test
  void anAccountOfAnotherTokenOrProgramIsRefused() {
    Mint mint = new Mint(ADDRESS, PROGRAM, 9);
    byte[] other = TokenBytes.account(AUTHORITY, AUTHORITY, 1, false);
    byte[] good = TokenBytes.account(ADDRESS, AUTHORITY, 1, false);
    byte[] uninitialised = good.clone();
    uninitialised[108] = 0;
    for (AccountState account :
        new AccountState[] {
          AccountState.of(PROGRAM, other),
          AccountState.of(PROGRAM, uninitialised),
          AccountState.of(PROGRAM, Arrays.copyOf(good, 164)),
          AccountState.of(TokenPrograms.TOKEN, good)
        }) {
      assertThatThrownBy(() -> TokenAccount.read(mint, account))
          .isInstanceOf(NotATokenException.class);
    }
  }
}
