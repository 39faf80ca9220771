package org.spineregistry.anchor.publish;

/**
 * A record from which nothing can be anchored, however often it is read. The code says why; nothing
 * of the record is quoted.
 */
final class Unusable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String stage;
  private final String code;

  /**
   * @param stage DESERIALIZATION or PROCESSING
   * @param cause its class is kept in the dead letter; null when there is none
   */
  Unusable(String stage, String code, Throwable cause) {
    super(code, cause, false, false);
    this.stage = stage;
    this.code = code;
  }

  String stage() {
    return stage;
  }

  String code() {
    return code;
  }
}
