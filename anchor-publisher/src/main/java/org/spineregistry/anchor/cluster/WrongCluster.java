package org.spineregistry.anchor.cluster;

/**
 * Anchors of two clusters must never mix: an endpoint belongs to another one than the rest, or than
 * the anchors so far.
 */
public final class WrongCluster extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongCluster(String endpoint, String found, String expected, boolean fromAnchors) {
    super(
        "Solana endpoint "
            + endpoint
            + " belongs to the cluster with genesis hash "
            + found
            + ", but "
            + (fromAnchors ? "the anchors so far are" : "another configured endpoint is")
            + " of "
            + expected
            + ". Configure endpoints of that cluster, or a new topic prefix for a new cluster.");
  }
}
