package org.spineregistry.synthesis.random;

import java.util.stream.IntStream;

/** Random orders by Fisher and Yates's exchanges (Knuth, volume 2, algorithm 3.4.2 P). */
public final class Permutation {
  private Permutation() {}

  /** The numbers 0 to size - 1 in random order. */
  public static int[] of(int size, RandomStream stream, long attempt) {
    return head(size, size, stream, attempt);
  }

  /**
   * The first of the numbers 0 to size - 1 in random order.
   *
   * @param count how many, at most {@code size}
   * @param attempt draws 0 of the rows 0 to count - 1 of this attempt are used
   */
  public static int[] head(int size, int count, RandomStream stream, long attempt) {
    int[] order = IntStream.range(0, size).toArray();
    int[] head = new int[count];
    for (int i = 0; i < count; i++) {
      int j = i + (int) (stream.uniform(i, attempt, 0) * (size - i));
      head[i] = order[j];
      order[j] = order[i];
    }
    return head;
  }
}
