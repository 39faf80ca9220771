package org.spineregistry.synthesis.metric;

/** What is summed over the dimensions of two points. */
enum Distance {
  /** Squared differences. */
  EUCLIDEAN,
  /** Absolute differences, each at most 1. */
  CAPPED
}
