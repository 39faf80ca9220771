package org.spineregistry.synthesis.parallel;

/** A run was asked to stop, by its cancellation check or by an interrupt, and has no result. */
public final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1;

  CancelledException() {
    super("The run was cancelled");
  }
}
