package org.spineregistry.review;

import org.spineregistry.service.start.ServiceMain;

/**
 * Starts the service that will collect expert reviews. It reads and writes no topic yet, so there
 * is no contract to check at the start and no dependency to wait for: what runs is the process
 * itself, with health and metrics.
 */
public final class ReviewApplication {
  private ReviewApplication() {}

  public static void main(String[] args) {
    ServiceMain.run(ReviewApplication.class, args);
  }
}
