package org.spineregistry.anchor.batch;

import java.util.regex.Pattern;
import org.spineregistry.solana.merkle.Receipt;

/** What was accepted and is on its way to a batch: ids and a digest, no value. */
sealed interface Accepted permits Contribution, Review {
  Pattern FIELDS = Pattern.compile("\\|");
  int OF_A_REVIEW = 3;

  /** Where its place is kept. */
  String key();

  /** As it is written to the repartition topic. No field contains the separator. */
  String text();

  /**
   * @param salt 32 random bytes, 64 lower-case hexadecimal digits
   */
  Receipt receipt(String salt);

  static Accepted parse(String text) {
    String[] fields = FIELDS.split(text, -1);
    return fields.length == OF_A_REVIEW
        ? new Review(fields[0], fields[1], fields[2])
        : new Contribution(fields[0], fields[1], Integer.parseInt(fields[2]), fields[3]);
  }
}
