package org.spineregistry.solana.token;

import java.util.Base64;

/**
 * A signed transaction that pays a batch.
 *
 * @param signature base58 of 64 bytes
 * @param base64 the whole transaction
 */
public record PayoutTransaction(String signature, String base64) {
  public byte[] bytes() {
    return Base64.getDecoder().decode(base64);
  }
}
