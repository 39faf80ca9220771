package org.spineregistry.solana.anchor;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.spineregistry.solana.key.Address;

/**
 * The account that an anchor may leave behind, so that there is no second one: one byte, owned by
 * the memo program, at an address that follows from publisher and digest. Only the publisher's
 * signature can make it, it can be made once, and nobody can remove it. It is made by the anchor's
 * own transaction, so that a transaction for a digest that has its marker fails as a whole, with
 * whatever blockhash it was signed. As account state it outlives the history of transactions.
 *
 * <p>It says nothing of transactions without a marker, nor of those of another publisher.
 *
 * @param digest what is anchored: SHA-256 of a certificate file or root of a batch, 64 lower-case
 *     hexadecimal digits
 */
public record Marker(Address publisher, String digest) {
  /** Bytes of the account. */
  public static final int SPACE = 1;

  /**
   * Owner of the account. The memo program never writes to an account; were it the system program,
   * the publisher could take the rent back and make the account again.
   */
  public static final Address OWNER = Programs.MEMO;

  /** 24 bytes are 32 characters: the longest seed that the runtime takes. */
  private static final int SEED_BYTES = 24;

  /**
   * What a cluster says when {@link AnchorTransactionBuilder} makes a marker that exists: its
   * fourth instruction meets an account in use, error 0 of the system program.
   */
  private static final String EXISTS = "{\"InstructionError\":[3,{\"Custom\":0}]}";

  public static Marker of(Address publisher, Memo memo) {
    return new Marker(publisher, memo.digest());
  }

  /** Base64url of the digest's first 24 bytes. */
  public String seed() {
    byte[] first = Arrays.copyOf(HexFormat.of().parseHex(digest), SEED_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(first);
  }

  /** SHA-256 of publisher, seed and owner, as the runtime derives addresses with a seed. */
  public Address address() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(publisher.bytes());
      sha256.update(seed().getBytes(StandardCharsets.US_ASCII));
      return Address.of(sha256.digest(OWNER.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /**
   * Whether a transaction of {@link AnchorTransactionBuilder} failed because its marker exists.
   *
   * @param err JSON of the error, as an endpoint gives it; null when there is none
   */
  public static boolean exists(String err) {
    return EXISTS.equals(err);
  }
}
