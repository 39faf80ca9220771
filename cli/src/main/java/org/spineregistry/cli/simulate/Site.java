package org.spineregistry.cli.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A simulated hospital.
 *
 * @param id pseudonym that says that it is simulated
 * @param contributors pseudonyms of its surgeons
 * @param effect effect on the course of its patients; mean 0 and variance 1 over all cases
 */
record Site(String id, List<String> contributors, double effect) {
  /** Ten sites, volumes falling; the three largest have two surgeons, so there are 13. */
  private static final double[] VOLUMES = {10, 8, 6, 5, 4, 3, 2, 2, 1, 1};

  private static final int WITH_TWO = 3;
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int LETTERS_OF_ID = 8;

  Site {
    contributors = List.copyOf(contributors);
  }

  static Shares<Site> all(Draws draws) {
    double[] effects = effects(draws);
    List<Site> sites = new ArrayList<>();
    List<Double> volumes = new ArrayList<>();
    for (int s = 0; s < VOLUMES.length; s++) {
      List<String> surgeons = new ArrayList<>();
      for (int c = 0; c < (s < WITH_TWO ? 2 : 1); c++) {
        surgeons.add(pseudonym("simsurgeon", draws, 10L * s + c));
      }
      sites.add(new Site(pseudonym("simsite", draws, s), surgeons, effects[s]));
      volumes.add(VOLUMES[s]);
    }
    return new Shares<>(sites, volumes);
  }

  /**
   * Ten draws have a mean of their own, which would shift every outcome: they are standardised by
   * volume.
   */
  private static double[] effects(Draws draws) {
    double volume = Arrays.stream(VOLUMES).sum();
    double mean = 0;
    double square = 0;
    double[] effects = new double[VOLUMES.length];
    for (int s = 0; s < effects.length; s++) {
      effects[s] = draws.normal("site-effect", s);
      mean += VOLUMES[s] / volume * effects[s];
      square += VOLUMES[s] / volume * effects[s] * effects[s];
    }
    double sd = Math.sqrt(square - mean * mean);
    for (int s = 0; s < effects.length; s++) {
      effects[s] = (effects[s] - mean) / sd;
    }
    return effects;
  }

  /** The surgeon of a case. */
  String contributor(double uniform) {
    return contributors.get((int) (uniform * contributors.size()));
  }

  private static String pseudonym(String kind, Draws draws, long row) {
    StringBuilder id = new StringBuilder(kind).append('-');
    for (int letter = 0; letter < LETTERS_OF_ID; letter++) {
      long bits = draws.bits(kind, row, letter);
      id.append(LETTERS.charAt((int) Long.remainderUnsigned(bits, LETTERS.length())));
    }
    return id.toString();
  }
}
