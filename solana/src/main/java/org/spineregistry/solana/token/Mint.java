package org.spineregistry.solana.token;

import java.util.List;
import org.p2p.solanaj.core.PublicKey;
import org.spineregistry.solana.key.Address;

/**
 * A token that can be paid with.
 *
 * @param program Token or Token-2022, from the owner of the mint
 * @param decimals decimal places of one token, 0 to 255
 */
public record Mint(Address address, Address program, int decimals) {
  /**
   * The associated token account of a wallet: the one address where its tokens are looked for. It
   * follows from wallet, program and mint.
   */
  public Address accountOf(Address wallet) {
    List<byte[]> seeds = List.of(wallet.bytes(), program.bytes(), address.bytes());
    try {
      return Address.of(
          PublicKey.findProgramAddress(seeds, TokenPrograms.ASSOCIATED.toPublicKey())
              .getAddress()
              .toByteArray());
    } catch (Exception e) { // solanaj declares the most general one
      throw new IllegalStateException("no account address for wallet", e);
    }
  }
}
