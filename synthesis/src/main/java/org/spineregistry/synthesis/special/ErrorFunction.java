package org.spineregistry.synthesis.special;

/** Complementary error function by Cody's three rational approximations. */
final class ErrorFunction {
  private static final double INVERSE_SQRT_PI = 0.56418958354775628695;

  private static final double[] NEAR_TOP = {
    1.85777706184603153e-1,
    3.16112374387056560,
    1.13864154151050156e2,
    3.77485237685302021e2,
    3.20937758913846947e3
  };
  private static final double[] NEAR_BOTTOM = {
    1.0, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
  };
  private static final double[] MIDDLE_TOP = {
    2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594, 6.61191906371416295e1,
    2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3,
    1.23033935479799725e3
  };
  private static final double[] MIDDLE_BOTTOM = {
    1.0, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2,
    1.62138957456669019e3, 3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3,
    1.23033935480374942e3
  };
  private static final double[] FAR_TOP = {
    1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1,
    1.25781726111229246e-1, 1.60837851487422766e-2, 6.58749161529837803e-4
  };
  private static final double[] FAR_BOTTOM = {
    1.0,
    2.56852019228982242,
    1.87295284992346725,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private ErrorFunction() {}

  static double complement(double x) {
    double size = Math.abs(x);
    if (size <= 0.46875) {
      double square = x * x;
      return 1 - x * ratio(NEAR_TOP, NEAR_BOTTOM, square);
    }
    double tail = size <= 4 ? middle(size) : far(size);
    return x < 0 ? 2 - tail : tail;
  }

  private static double middle(double x) {
    return exponential(x) * ratio(MIDDLE_TOP, MIDDLE_BOTTOM, x);
  }

  private static double far(double x) {
    if (x > 27) {
      return 0;
    }
    double inverse = 1 / (x * x);
    double correction = inverse * ratio(FAR_TOP, FAR_BOTTOM, inverse);
    return exponential(x) * (INVERSE_SQRT_PI - correction) / x;
  }

  /** exp(-x^2), the square split so that its rounding error does not grow in the exponent. */
  private static double exponential(double x) {
    double coarse = Math.floor(x * 16) / 16;
    double rest = (x - coarse) * (x + coarse);
    return StrictMath.exp(-coarse * coarse) * StrictMath.exp(-rest);
  }

  private static double ratio(double[] top, double[] bottom, double x) {
    double numerator = top[0];
    double denominator = bottom[0];
    for (int i = 1; i < top.length; i++) {
      numerator = numerator * x + top[i];
      denominator = denominator * x + bottom[i];
    }
    return numerator / denominator;
  }
}
