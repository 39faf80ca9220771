package org.spineregistry.synthesis.metric;

import java.util.function.ToDoubleFunction;
import org.spineregistry.synthesis.random.RandomStream;

/**
 * Bootstrap over patients by multinomial weights: each resample counts every patient 0, 1, 2, ...
 * times. Models are not refitted.
 *
 * @param stream random numbers of this bootstrap; row b is resample b
 * @param patients number of patients
 * @param resamples number of resamples, usually 1,000
 */
public record PatientBootstrap(RandomStream stream, int patients, int resamples) {
  /** The percentile interval of a statistic of the weights; null when it is seldom defined. */
  public Interval interval(ToDoubleFunction<int[]> statistic) {
    double[] values = new double[resamples];
    for (int b = 0; b < resamples; b++) {
      values[b] = statistic.applyAsDouble(weights(b));
    }
    return Interval.percentile(values);
  }

  private int[] weights(int resample) {
    double[] uniforms = new double[patients];
    stream.uniforms(resample, 0, uniforms);
    int[] weights = new int[patients];
    for (double uniform : uniforms) {
      weights[(int) (uniform * patients)]++;
    }
    return weights;
  }
}
