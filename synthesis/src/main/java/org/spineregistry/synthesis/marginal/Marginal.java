package org.spineregistry.synthesis.marginal;

/** A fitted continuous distribution of one column. */
public sealed interface Marginal
    permits NormalMarginal,
        BetaMarginal,
        GammaMarginal,
        TruncatedNormalMarginal,
        UniformMarginal,
        StudentTMarginal,
        LogNormalMarginal {
  /** P(X &lt;= x). */
  double cdf(double x);

  /** P(X &gt; x), with its own precision in the upper tail. */
  double upper(double x);

  /** Natural logarithm of the density; minus infinity outside the support. */
  double logDensity(double x);
}
