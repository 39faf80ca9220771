package org.spineregistry.localstack.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyFileException;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;

/**
 * The secrets of a stack: made at the first start with mode 600, read from then on, never
 * overwritten.
 */
public final class Keys {
  private static final int SECRET_BYTES = 32;

  private final Path folder;

  public Keys(DataDir data) {
    this.folder = data.keys();
  }

  /**
   * Makes what is missing.
   *
   * @param seed wanted by the user; empty keeps the one that is there, or makes one
   * @throws UserProblem when another seed is there, or a file cannot be used
   */
  public void ensure(Optional<byte[]> seed) {
    try {
      if (!Files.exists(signingKey())) {
        KeyFile.write(signingKey(), SigningKey.random());
      }
      if (!Files.exists(cohortKey())) {
        KeyFile.write(cohortKey(), random());
      }
      if (!Files.exists(seedFile())) {
        KeyFile.write(seedFile(), seed.orElseGet(Keys::random));
      }
      if (!Files.exists(publisherKey())) {
        org.spineregistry.solana.key.KeyFile.generate(publisherKey());
      }
      requireSame(seed);
    } catch (IOException | KeyFileException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  private void requireSame(Optional<byte[]> wanted) throws IOException {
    byte[] kept = KeyFile.secretBytes(seedFile());
    if (wanted.isPresent() && !MessageDigest.isEqual(kept, wanted.get())) {
      throw UserProblem.input(
          "--seed: the data directory was made with another seed; leave it out, or take a fresh --data-dir");
    }
  }

  /** Secret from which cases without an id get one and synthesis draws. */
  public byte[] seed() {
    try {
      return KeyFile.secretBytes(seedFile());
    } catch (IOException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  /** Key that a verifier trusts for certificates. */
  public PublicKey certificateKey() {
    try {
      return KeyFile.signingKey(signingKey()).publicKey();
    } catch (IOException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  /** Account that signs and pays for anchors. */
  public Address publisher() {
    return org.spineregistry.solana.key.KeyFile.load(publisherKey()).address();
  }

  Path signingKey() {
    return folder.resolve("certificate-key.pem");
  }

  Path seedFile() {
    return folder.resolve("seed.hex");
  }

  Path cohortKey() {
    return folder.resolve("cohort-key.hex");
  }

  Path publisherKey() {
    return folder.resolve("publisher.json");
  }

  private static byte[] random() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
