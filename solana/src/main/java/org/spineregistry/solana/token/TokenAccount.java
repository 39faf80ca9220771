package org.spineregistry.solana.token;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;

/**
 * A token account.
 *
 * @param wallet whose tokens they are
 * @param amount base units
 * @param isFrozen whether nothing can go in or out
 * @param wantsMemos whether it takes nothing without a memo right before the transfer
 */
public record TokenAccount(
    Address mint, Address wallet, BigInteger amount, boolean isFrozen, boolean wantsMemos) {
  private static final int WALLET = 32;
  private static final int AMOUNT = 64;
  private static final int STATE = 108;
  private static final int INITIALIZED = 1;
  private static final int FROZEN = 2;

  /** Extension of Token-2022 whose one byte says whether transfers in need a memo. */
  private static final int MEMO_TRANSFER = 8;

  private static final byte[] NO = {0};

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
    Map<Integer, byte[]> extensions = data.extensions(TokenData.BASE, TokenData.TYPE_ACCOUNT);
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
        state == FROZEN,
        !Arrays.equals(extensions.getOrDefault(MEMO_TRANSFER, NO), NO));
  }
}
