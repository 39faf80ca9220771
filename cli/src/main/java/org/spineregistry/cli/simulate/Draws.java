package org.spineregistry.cli.simulate;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.StandardNormal;

/**
 * Random numbers by name and row: what one variable draws changes no other, and a larger cohort
 * begins with the smaller one.
 */
final class Draws {
  private final Seed seed;
  private final String campaignId;
  private final Map<String, RandomStream> streams = new ConcurrentHashMap<>();

  Draws(Seed seed, String campaignId) {
    this.seed = seed;
    this.campaignId = campaignId;
  }

  /** A uniform number inside (0, 1). */
  double uniform(String name, long row) {
    return stream(name).uniform(row, 0, 0);
  }

  double normal(String name, long row) {
    return StandardNormal.quantile(uniform(name, row));
  }

  /** 64 random bits; {@code word} distinguishes several of one name and row. */
  long bits(String name, long row, int word) {
    return stream(name).word(row, 0, word);
  }

  private RandomStream stream(String name) {
    return streams.computeIfAbsent(
        name, label -> seed.stream("simulate/" + campaignId + "/" + label));
  }
}
