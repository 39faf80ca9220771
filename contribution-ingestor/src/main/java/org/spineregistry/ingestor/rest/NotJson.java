package org.spineregistry.ingestor.rest;

import org.spineregistry.ingestor.code.IntakeCode;

/** Bytes that are not one strict JSON value. The message holds nothing of the input. */
final class NotJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final IntakeCode code;

  NotJson(IntakeCode code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  IntakeCode code() {
    return code;
  }
}
