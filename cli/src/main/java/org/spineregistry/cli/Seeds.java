package org.spineregistry.cli;

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

  /** The same for a generator. */
  public static Seed of(String hex) {
    return Seed.of(bytes(hex));
  }
}
