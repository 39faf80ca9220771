package org.spineregistry.synthesis.attack;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;

/** Random orders of patients. */
final class Shuffle {
  private Shuffle() {}

  /**
   * The patients by their draws, ties by number.
   *
   * @param stream row i is patient i, draw 0
   */
  static int[] of(IntStream patients, RandomStream stream, long attempt) {
    record Drawn(int patient, double draw) {}
    return patients
        .mapToObj(patient -> new Drawn(patient, stream.uniform(patient, attempt, 0)))
        .sorted(Comparator.comparingDouble(Drawn::draw))
        .mapToInt(Drawn::patient)
        .toArray();
  }
}
