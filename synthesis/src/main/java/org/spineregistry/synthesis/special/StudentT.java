package org.spineregistry.synthesis.special;

/** Student's t distribution: tails by the incomplete beta function (DLMF 8.17). */
public final class StudentT {
  private static final int MAXIMUM_STEPS = 1000;

  private final double degreesOfFreedom;
  private final IncompleteBeta incomplete;
  private final double logNorm;

  /**
   * @param degreesOfFreedom positive, not necessarily whole
   */
  public StudentT(double degreesOfFreedom) {
    this.degreesOfFreedom = degreesOfFreedom;
    this.incomplete = new IncompleteBeta(0.5 * degreesOfFreedom, 0.5);
    this.logNorm = incomplete.logBeta() + 0.5 * StrictMath.log(degreesOfFreedom);
  }

  /** P(T &gt; |t|) = I_w(df/2, 1/2) / 2 with w = df / (df + t^2): at most 1/2. */
  public double tail(double t) {
    double square = t * t;
    double whole = degreesOfFreedom + square;
    return 0.5 * incomplete.value(degreesOfFreedom / whole, square / whole);
  }

  /** ln(B(df/2, 1/2) sqrt(df)), the norm of the density. */
  public double logNorm() {
    return logNorm;
  }

  /** ln of the density at {@code t}. */
  public double logDensity(double t) {
    return -0.5 * (degreesOfFreedom + 1) * StrictMath.log(1 + t * t / degreesOfFreedom) - logNorm;
  }

  /**
   * The t with P(T &gt; t) = q. The tail is convex and heavier than the normal one, so Newton's
   * steps from the normal quantile only rise and never pass the solution.
   *
   * @param q in (0, 1)
   */
  public double upperQuantile(double q) {
    if (q > 0.5) {
      return -upperQuantile(1 - q);
    }
    double t = Math.max(0, StandardNormal.upperQuantile(q));
    for (int step = 0; step < MAXIMUM_STEPS; step++) {
      double next = t + (tail(t) - q) / StrictMath.exp(logDensity(t));
      if (!(next > t)) {
        break;
      }
      t = next;
    }
    return t;
  }
}
