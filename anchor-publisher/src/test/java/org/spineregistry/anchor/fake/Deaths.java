package org.spineregistry.anchor.fake;

import java.util.Random;
import java.util.function.BooleanSupplier;

/** Decides where a process dies. */
public interface Deaths {
  /** The process is dead. An error, so that nothing takes it for a failure that it can survive. */
  final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @throws Death when the process dies here
   */
  void at(Step step);

  /** The first time that the process comes to a step. */
  static Deaths the(Step fatal) {
    return step -> {
      if (step == fatal) {
        throw new Death();
      }
    };
  }

  /** Anywhere, one time in so many. */
  static Deaths random(Random random, int oneIn, BooleanSupplier unless) {
    return step -> {
      if (!unless.getAsBoolean() && random.nextInt(oneIn) == 0) {
        throw new Death();
      }
    };
  }
}
