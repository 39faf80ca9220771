package org.spineregistry.synthesis.attack;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * Singling out (Article 29 Working Party, Opinion 05/2014): a predicate on four random columns that
 * isolates one of the first n release rows succeeds if it isolates exactly one of n random members;
 * the control asks the same of n non-members. n is the number of non-members, or less if there are
 * fewer members or release rows. A number must be at or beyond the row's value on its side of the
 * release's median, a category equal, a missing cell missing.
 */
public final class SinglingOut {
  /** Name of the attack in results. */
  public static final String NAME = "singling out";

  private static final int PREDICATES = 200;

  /** A release whose rows cannot be told apart yields fewer predicates. */
  private static final int ATTEMPTS = 100 * PREDICATES;

  private SinglingOut() {}

  /**
   * Attacks one release.
   *
   * @param cohort members and non-members
   * @param member which patients were members
   * @param release has the columns of the cohort; all of them are used
   * @param stream predicates at attempt 0, members and non-members at attempt 1
   */
  public static AttackCounts of(
      Table cohort, boolean[] member, Table release, RandomStream stream) {
    int[] members = shuffled(member, true, stream);
    int[] others = shuffled(member, false, stream);
    int size = Math.min(release.rows(), Math.min(members.length, others.length));
    if (size == 0) {
      return new AttackCounts(NAME, 0, 0, 0, 0);
    }
    double[][] targets = cells(cohort, Arrays.copyOf(members, size));
    double[][] controls = cells(cohort, Arrays.copyOf(others, size));
    boolean[] number = new boolean[targets.length];
    for (int column = 0; column < number.length; column++) {
      number[column] = cohort.columns().get(column).isNumber();
    }
    List<List<Condition>> predicates =
        new Predicates(AlignedCells.of(release, cohort), number, size)
            .draw(PREDICATES, ATTEMPTS, stream);
    return new AttackCounts(
        NAME,
        successes(predicates, targets, size),
        predicates.size(),
        successes(predicates, controls, size),
        predicates.size());
  }

  private static double[][] cells(Table cohort, int[] patients) {
    return AlignedCells.of(cohort.select(patients), cohort);
  }

  private static int successes(List<List<Condition>> predicates, double[][] cells, int size) {
    int successes = 0;
    for (List<Condition> predicate : predicates) {
      successes += Predicates.isolatesOne(predicate, cells, size) ? 1 : 0;
    }
    return successes;
  }

  private static int[] shuffled(boolean[] member, boolean wanted, RandomStream stream) {
    IntStream side = IntStream.range(0, member.length).filter(patient -> member[patient] == wanted);
    return Shuffle.of(side, stream, 1);
  }
}
