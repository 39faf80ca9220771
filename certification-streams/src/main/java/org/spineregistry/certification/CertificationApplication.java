package org.spineregistry.certification;

import org.spineregistry.service.start.ServiceMain;

/** Starts the service: registry size, thresholds, certification worker, cycle status. */
public final class CertificationApplication {
  private CertificationApplication() {}

  public static void main(String[] args) {
    ServiceMain.run(CertificationApplication.class, args);
  }
}
