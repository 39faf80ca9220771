package org.spineregistry.solana.anchor;

import java.util.Base64;
import java.util.Optional;
import org.spineregistry.solana.key.Address;

/**
 * A signed transaction that is an anchor in form and whose signature is valid. Whether the
 * publisher is trusted, and whether it is on chain and did not fail, is for others to say.
 *
 * @param signature base58 of 64 bytes; identifies the transaction
 * @param marker what it makes besides; empty when nothing
 * @param blockhash base58 of 32 bytes; the transaction was signed after that block
 * @param base64 the whole transaction
 */
public record AnchorTransaction(
    String signature,
    Address publisher,
    Memo memo,
    Optional<Marker> marker,
    String blockhash,
    String base64) {
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
