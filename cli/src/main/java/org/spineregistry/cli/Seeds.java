package org.spineregistry.cli;

import org.spineregistry.synthesis.random.Seed;

/** Reads seeds that a user gives. */
public final class Seeds {
  private Seeds() {}

  /**
   * @throws UserProblem when it is no seed; the text is a secret and is not repeated
   */
  public static Seed of(String hex) {
    try {
      return Seed.ofHex(hex);
    } catch (IllegalArgumentException e) {
      throw UserProblem.input("--seed: 32 bytes as 64 hexadecimal digits");
    }
  }
}
