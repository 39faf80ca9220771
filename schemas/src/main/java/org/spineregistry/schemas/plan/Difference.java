package org.spineregistry.schemas.plan;

/**
 * One way in which an installation is not as the contract says.
 *
 * @param kind what is wrong
 * @param subject topic or registry subject
 * @param detail the difference in words
 */
public record Difference(Kind kind, String subject, String detail) {

  /** What is wrong, and whether it can be mended in place. */
  public enum Kind {
    TOPIC_MISSING(true),
    SETTING_DIFFERS(true),
    /** State is keyed by partition, so the number never changes under a running system. */
    PARTITIONS_DIFFER(false),
    SCHEMA_MISSING(true),
    COMPATIBILITY_DIFFERS(true);

    private final boolean mendable;

    Kind(boolean mendable) {
      this.mendable = mendable;
    }

    public boolean mendable() {
      return mendable;
    }
  }

  @Override
  public String toString() {
    return kind + " " + subject + ": " + detail;
  }
}
