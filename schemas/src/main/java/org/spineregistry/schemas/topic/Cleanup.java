package org.spineregistry.schemas.topic;

/** What the broker does with old records. */
public enum Cleanup {
  /** Records go when their retention ends. */
  DELETE("delete"),
  /** The latest record of each key stays; a tombstone removes the key. */
  COMPACT("compact"),
  /** Records stay until somebody deletes the topic. */
  FOREVER("delete");

  private final String config;

  Cleanup(String config) {
    this.config = config;
  }

  /** Value of the topic setting {@code cleanup.policy}. */
  public String config() {
    return config;
  }
}
