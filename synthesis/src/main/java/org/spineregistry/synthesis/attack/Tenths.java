package org.spineregistry.synthesis.attack;

import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;

/**
 * The cohort cut into ten: what an attacker knows of a target's world is the nine tenths without
 * the target. Members and non-members are dealt alike, so that nothing tells them apart when the
 * release does not.
 *
 * @param of tenth of each patient, 0 to 9
 */
record Tenths(int[] of) {
  /** Number of parts. */
  static final int PARTS = 10;

  /**
   * Deals the patients in random order.
   *
   * @param stream row i is patient i
   */
  static Tenths deal(int patients, RandomStream stream) {
    int[] tenth = new int[patients];
    int next = 0;
    for (int patient : Shuffle.of(IntStream.range(0, patients), stream, 0)) {
      tenth[patient] = next++ % PARTS;
    }
    return new Tenths(tenth);
  }

  /** Patients of a tenth, rising. */
  int[] inside(int part) {
    return IntStream.range(0, of.length).filter(patient -> of[patient] == part).toArray();
  }

  /** All other patients, rising. */
  int[] outside(int part) {
    return IntStream.range(0, of.length).filter(patient -> of[patient] != part).toArray();
  }
}
