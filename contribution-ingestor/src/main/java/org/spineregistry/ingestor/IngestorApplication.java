package org.spineregistry.ingestor;

import org.spineregistry.service.start.ServiceMain;

/** Starts the service: cases by REST and Kafka, checked, deduplicated, answered. */
public final class IngestorApplication {
  private IngestorApplication() {}

  public static void main(String[] args) {
    ServiceMain.run(IngestorApplication.class, args);
  }
}
