package org.spineregistry.solana.token;

import java.util.Set;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;

/**
 * Reads a mint from an account's bytes, and refuses one with which a payment would not be what its
 * amount says: an extension that is not known is refused like one that is known to be in the way.
 */
public final class MintReader {
  private static final int BASE = 82;
  private static final int DECIMALS = 44;
  private static final int INITIALIZED = 45;

  private final Set<MintExtension> accepted;

  /**
   * @param accepted extensions that are taken although they are not harmless
   */
  public MintReader(Set<MintExtension> accepted) {
    this.accepted = Set.copyOf(accepted);
  }

  /**
   * @throws NotATokenException when it is no mint, or one that is refused
   */
  public Mint read(Address address, AccountState account) {
    require(TokenPrograms.isToken(account.owner()), "belongs to program " + account.owner());
    TokenData data = new TokenData(account.data());
    require(data.length() >= BASE, "is too short for a mint");
    data.extensions(BASE, TokenData.TYPE_MINT).keySet().forEach(this::check);
    require(data.unsignedByte(INITIALIZED) == 1, "is not initialised");
    return new Mint(address, account.owner(), data.unsignedByte(DECIMALS));
  }

  private void check(int type) {
    MintExtension extension =
        MintExtension.of(type)
            .orElseThrow(() -> new NotATokenException("has extension " + type + ", not known"));
    require(
        extension.isHarmless() || accepted.contains(extension),
        "has extension " + extension.word());
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new NotATokenException(problem);
    }
  }
}
