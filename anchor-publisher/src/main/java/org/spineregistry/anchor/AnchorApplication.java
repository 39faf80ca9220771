package org.spineregistry.anchor;

import org.spineregistry.service.start.ServiceMain;

/** Starts the service: Solana anchors, reward decisions. */
public final class AnchorApplication {
  private AnchorApplication() {}

  public static void main(String[] args) {
    ServiceMain.run(AnchorApplication.class, args);
  }
}
