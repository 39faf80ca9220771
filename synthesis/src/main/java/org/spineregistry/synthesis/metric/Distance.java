package org.spineregistry.synthesis.metric;

/** What is summed over the dimensions of two points. */
enum Distance {
  /** Squared differences. */
  EUCLIDEAN {
    @Override
    double part(double difference) {
      return difference * difference;
    }
  },
  /** Absolute differences, each at most 1. */
  CAPPED {
    @Override
    double part(double difference) {
      return Math.min(Math.abs(difference), 1);
    }
  };

  abstract double part(double difference);

  /** The sum between one row and another, always in the same order of additions. */
  double sum(EncodedRows rows, int row, EncodedRows others, int other) {
    double[] a = rows.values();
    double[] b = others.values();
    int i = row * rows.dimensions();
    int j = other * rows.dimensions();
    int end = i + rows.dimensions();
    double sum = 0;
    for (; i + 3 < end; i += 4, j += 4) {
      sum +=
          part(a[i] - b[j])
              + part(a[i + 1] - b[j + 1])
              + (part(a[i + 2] - b[j + 2]) + part(a[i + 3] - b[j + 3]));
    }
    if (i < end) {
      double first = part(a[i] - b[j]);
      double second = i + 1 < end ? part(a[i + 1] - b[j + 1]) : 0;
      double third = i + 2 < end ? part(a[i + 2] - b[j + 2]) : 0;
      sum += first + second + third;
    }
    return sum;
  }
}
