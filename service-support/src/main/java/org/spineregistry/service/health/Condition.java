package org.spineregistry.service.health;

/** How a component is. */
public enum Condition {
  /**
   * Not yet at work: starting, restoring or rebalancing. Alive, since killing it would only start
   * it again.
   */
  STARTING(true, false),
  WORKING(true, true),
  /** A dependency is at fault and the bounded retries still run. */
  RETRYING(true, false),
  /** Stopped for good: the supervisor must restart the process. */
  FAILED(false, false);

  private final boolean alive;
  private final boolean ready;

  Condition(boolean alive, boolean ready) {
    this.alive = alive;
    this.ready = ready;
  }

  public boolean alive() {
    return alive;
  }

  public boolean ready() {
    return ready;
  }
}
