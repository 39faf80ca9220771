package org.spineregistry.cli.certify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;
import picocli.CommandLine.Option;

/** Seed and keys of a run; those that are not given are made and kept in the folder of secrets. */
final class RunSecrets {
  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = {
        "Secret seed, 64 hexadecimal digits; who knows it and the cohort can repeat the release.",
        "Default: a random one. It is kept in OUT/private/seed.hex."
      })
  private String seed;

  @Option(
      names = "--cohort-key",
      paramLabel = "FILE",
      description =
          "Key of the cohort digest. Default: a random one in OUT/private/cohort-key.hex.")
  private Path cohortKey;

  @Option(
      names = "--signing-key",
      paramLabel = "FILE",
      description = {
        "Ed25519 key (PEM, PKCS#8) that signs the certificate.",
        "Default: a new one in OUT/private/signing-key.pem, which nobody trusts yet."
      })
  private Path signingKey;

  private byte[] seedBytes;
  private byte[] keyBytes;
  private SigningKey signer;

  /**
   * Reads what was given and draws the rest.
   *
   * @throws UserProblem when a file cannot be used
   */
  void prepare() {
    seedBytes = seed == null ? Seeds.random() : Seeds.bytes(seed);
    try {
      keyBytes = cohortKey == null ? Seeds.random() : KeyFile.secretBytes(cohortKey);
    } catch (IOException e) {
      throw UserProblem.input("--cohort-key: " + e.getMessage());
    }
    try {
      signer = signingKey == null ? SigningKey.random() : KeyFile.signingKey(signingKey);
    } catch (IOException e) {
      throw UserProblem.input("--signing-key: " + e.getMessage());
    }
  }

  /** The public key as a file that spine verify trusts; no publisher anchors for it. */
  private byte[] trust() {
    PublicKey key = signer.publicKey();
    return String.format(
            "{\"format\":\"spine-trust/1\",\"certificateKeys\":[{\"keyId\":\"%s\",\"publicKey\":\"%s\"}],\"publishers\":[]}%n",
            key.keyId(), Base64.getEncoder().encodeToString(key.raw()))
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** File of the key that was given; null without one. */
  Path cohortKey() {
    return cohortKey;
  }

  Seed seed() {
    return Seed.of(seedBytes);
  }

  CohortDigest digest() {
    return new CohortDigest(keyBytes);
  }

  SigningKey signer() {
    return signer;
  }

  /** Keeps seed and keys beside the release, readable by their owner only. */
  void keep(OutDirectory out) {
    Path folder = out.secrets();
    try {
      KeyFile.write(folder.resolve("seed.hex"), seedBytes);
      KeyFile.write(folder.resolve("cohort-key.hex"), keyBytes);
      out.writeSecret("trust.json", trust());
      if (signingKey == null) {
        KeyFile.write(folder.resolve("signing-key.pem"), signer);
      }
    } catch (IOException e) {
      boolean full = e.getMessage() != null && e.getMessage().contains("No space left");
      throw UserProblem.failure(
          folder + ": cannot be written" + (full ? ", no space left on the device" : ""));
    }
  }
}
