package org.spineregistry.anchor.cluster;

/**
 * Spreads calls so that a server's limit is not met. Reserves: each caller learns how long to wait,
 * and callers that come at the same time wait for their turn. Safe for several threads.
 */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double nanosPerCall;
  private final double burstNanos;

  /** When the bucket would be full, in nanoseconds of the caller's clock. */
  private double full = Double.NEGATIVE_INFINITY;

  /**
   * @param perSecond calls a second in the long run, above 0
   * @param burst calls that may come at once, at least 1
   */
  TokenBucket(double perSecond, int burst) {
    this.nanosPerCall = NANOS / perSecond;
    this.burstNanos = nanosPerCall * burst;
  }

  /**
   * Takes one call.
   *
   * @param now nanoseconds of a clock that never goes back
   * @return nanoseconds to wait before it may be made
   */
  synchronized long take(long now) {
    full = Math.max(full, now) + nanosPerCall;
    return (long) Math.max(0, full - now - burstNanos);
  }
}
