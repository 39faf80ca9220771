package org.spineregistry.synthesis.copula;

import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.survivaltime.End;
import org.spineregistry.synthesis.survivaltime.LatentTimes;

/**
 * How a time and what ended it come out of their latent numbers.
 *
 * @param time position of the time column
 * @param status position of the status column
 * @param first number of the latent of the first status, the others follow
 * @param decimals of the time
 * @param times of each status
 * @param cells of the status column
 */
record PairUnit(int time, int status, int first, int decimals, LatentTimes times, double[] cells) {

  /** Sets both cells of a row. */
  void decode(double[] latents, Row row) {
    End end = times.decode(latents, first, decimals);
    row.set(time, end.time());
    row.set(status, cells[end.cause()]);
  }
}
