package org.spineregistry.solana.token;

import org.spineregistry.solana.key.Address;

/** The programs that hold tokens. Which one a token belongs to, its mint's owner says. */
public final class TokenPrograms {
  public static final Address TOKEN = new Address("TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA");
  public static final Address TOKEN_2022 =
      new Address("TokenzQdBNbLqP5VEhdkAS6EPFLC1PHnBqCXEpPxuEb");

  /** Makes the one account of a wallet for a token. */
  static final Address ASSOCIATED = new Address("ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL");

  private TokenPrograms() {}

  static boolean isToken(Address program) {
    return program.equals(TOKEN) || program.equals(TOKEN_2022);
  }
}
