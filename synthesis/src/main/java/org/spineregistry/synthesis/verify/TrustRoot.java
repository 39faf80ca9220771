package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.signature.PublicKey;

/**
 * Whom the verifier trusts. It is an argument, never part of what is verified: a proof that brings
 * its own trust proves nothing.
 *
 * @param certificateKeys keys that sign certificates
 * @param publishers keys that anchor digests, each with the cluster on which it does so
 */
public record TrustRoot(List<PublicKey> certificateKeys, List<Publisher> publishers) {
  /** Value of the field {@code format}. */
  public static final String FORMAT = "spine-trust/1";

  private static final String WHAT = "trust file";

  /**
   * A publisher. Keys that follow each other may overlap.
   *
   * @param publicKey base58
   * @param genesisHash genesis hash of the cluster, base58
   * @param fromSlot first slot in which its anchors count
   * @param toSlot last slot in which they count; null while the key is in use
   */
  public record Publisher(String publicKey, String genesisHash, long fromSlot, Long toSlot) {
    /** A key that counts from the beginning and is in use. */
    public Publisher(String publicKey, String genesisHash) {
      this(publicKey, genesisHash, 0, null);
    }
  }

  public TrustRoot {
    certificateKeys = List.copyOf(certificateKeys);
    publishers = List.copyOf(publishers);
  }

  /**
   * @throws BadInputException when the bytes are no trust file, or name no key
   */
  public static TrustRoot read(byte[] file) throws BadInputException {
    return of(StrictJson.object(WHAT, file));
  }

  /**
   * @param more fields beside those of this format, which the caller reads
   */
  static TrustRoot of(JsonNode root, String... more) throws BadInputException {
    if (!FORMAT.equals(StrictJson.text(WHAT, root, "format"))) {
      throw new BadInputException(WHAT + ": field 'format' must be " + FORMAT);
    }
    List<String> known = new ArrayList<>(List.of("format", "certificateKeys", "publishers"));
    known.addAll(List.of(more));
    StrictJson.onlyFields(WHAT, root, known.toArray(String[]::new));
    List<PublicKey> keys = new ArrayList<>();
    for (JsonNode key : StrictJson.array(WHAT, root, "certificateKeys")) {
      keys.add(key(key));
    }
    List<Publisher> publishers = new ArrayList<>();
    for (JsonNode publisher : StrictJson.array(WHAT, root, "publishers")) {
      publishers.add(publisher(publisher));
    }
    if (keys.isEmpty()) {
      throw new BadInputException(WHAT + ": field 'certificateKeys' names no key");
    }
    return new TrustRoot(keys, publishers);
  }

  /** The trusted key with this id. */
  public Optional<PublicKey> certificateKey(String keyId) {
    return certificateKeys.stream().filter(key -> key.keyId().equals(keyId)).findFirst();
  }

  private static Publisher publisher(JsonNode node) throws BadInputException {
    StrictJson.onlyFields(WHAT, node, "publicKey", "genesisHash", "fromSlot", "toSlot");
    Long fromSlot = StrictJson.count(WHAT, node, "fromSlot");
    Long toSlot = StrictJson.count(WHAT, node, "toSlot");
    if (fromSlot != null && toSlot != null && toSlot < fromSlot) {
      throw new BadInputException(WHAT + ": field 'toSlot' must not be before 'fromSlot'");
    }
    return new Publisher(
        StrictJson.text(WHAT, node, "publicKey"),
        StrictJson.text(WHAT, node, "genesisHash"),
        fromSlot == null ? 0 : fromSlot,
        toSlot);
  }

  private static PublicKey key(JsonNode node) throws BadInputException {
    StrictJson.onlyFields(WHAT, node, "keyId", "publicKey");
    PublicKey key;
    try {
      key = new PublicKey(Base64.getDecoder().decode(StrictJson.text(WHAT, node, "publicKey")));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          WHAT + ": field 'publicKey' must be an Ed25519 key of 32 bytes in base64");
    }
    if (!key.keyId().equals(StrictJson.text(WHAT, node, "keyId"))) {
      throw new BadInputException(WHAT + ": field 'keyId' is not the SHA-256 of its public key");
    }
    return key;
  }
}
