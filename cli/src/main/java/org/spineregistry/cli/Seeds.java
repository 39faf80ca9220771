package org.spineregistry.cli;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.spineregistry.synthesis.random.Seed;

/** Reads seeds that a user gives: 32 secret bytes, which no message repeats. */
public final class Seeds {
  private Seeds() {}

  /**
   * @throws UserProblem when it is no seed
   */
  public static byte[] bytes(String hex) {
    if (!hex.matches("[0-9a-fA-F]{64}")) {
      throw UserProblem.input("--seed: 32 bytes as 64 hexadecimal digits");
    }
    return HexFormat.of().parseHex(hex);
  }

  /** 32 random bytes. */
  public static byte[] random() {
    byte[] bytes = new byte[Seed.BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  /**
   * The seed that a user gave, or a random one.
   *
   * @param hex null when none was given
   * @throws UserProblem when it is no seed
   */
  public static Seed orRandom(String hex) {
    return hex == null ? Seed.of(random()) : of(hex);
  }

  /** The same for a generator. */
  public static Seed of(String hex) {
    return Seed.of(bytes(hex));
  }
}
