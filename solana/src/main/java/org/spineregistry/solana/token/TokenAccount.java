package org.spineregistry.solana.token;

import java.math.BigInteger;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;

/**
 * A token account.
 *
 * @param wallet whose tokens they are
 * @param amount base units
 * @param isFrozen whether nothing can go in or out
 */
public record TokenAccount(Address mint, Address wallet, BigInteger amount, boolean isFrozen) {
  private static final int WALLET = 32;
  private static final int AMOUNT = 64;
  private static final int STATE = 108;
  private static final int INITIALIZED = 1;
  private static final int FROZEN = 2;

  /**
   * @param mint of the token that it should hold
   * @throws NotATokenException when it is no account of that token
   */
  public static TokenAccount read(Mint mint, AccountState account) {
    if (!account.owner().equals(mint.program())) {
      throw new NotATokenException("belongs to program " + account.owner());
    }
    TokenData data = new TokenData(account.data());
    if (data.length() < TokenData.BASE) {
      throw new NotATokenException("is too short for a token account");
    }
    data.extensions(TokenData.BASE, TokenData.TYPE_ACCOUNT);
    int state = data.unsignedByte(STATE);
    if (state != INITIALIZED && state != FROZEN) {
      throw new NotATokenException("is not initialised");
    }
    if (!data.key(0).equals(mint.address())) {
      throw new NotATokenException("is of another token");
    }
    return new TokenAccount(
        mint.address(),
        data.key(WALLET),
        new BigInteger(Long.toUnsignedString(data.u64(AMOUNT))),
        state == FROZEN);
  }
}
