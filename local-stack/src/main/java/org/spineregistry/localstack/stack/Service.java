package org.spineregistry.localstack.stack;

/** The services of the system, in the order of a case's life. */
public enum Service {
  INGESTOR("contribution-ingestor", 256),
  CERTIFICATION("certification-streams", 768),
  PUBLISHER("anchor-publisher", 256),
  REVIEWS("review-collector", 192);

  private final String module;
  private final int heapMegabytes;

  Service(String module, int heapMegabytes) {
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  /** Folder of the module, and name for people. */
  public String title() {
    return module;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }
}
