package org.spineregistry.ingestor.rest;

/** Kafka or the schema registry did not answer in time. */
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  static final String WHAT_TO_DO =
      "send it again later: the same revision with the same content counts once, however often it is sent";

  private final String code;
  private final String requestId;

  private NoAnswer(String code, String requestId, String message) {
    super(message, null, false, false);
    this.code = code;
    this.requestId = requestId;
  }

  /** Nothing has left this service. */
  static NoAnswer notSent(String requestId) {
    return new NoAnswer(
        "NOT_SENT", requestId, "The registry cannot be reached; the submission was not taken.");
  }

  /** The submission may be on its way. */
  static NoAnswer notConfirmed(String requestId) {
    return new NoAnswer(
        "NOT_CONFIRMED",
        requestId,
        "The registry did not confirm in time; the submission may still be processed.");
  }

  /** Too much at once. */
  static NoAnswer busy() {
    return new NoAnswer("BUSY", null, "Too many bulk requests at the same time.");
  }

  /** What a future of {@link CaseDesk} failed with. */
  static NoAnswer in(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof NoAnswer known) {
        return known;
      }
    }
    return notConfirmed(null);
  }

  String code() {
    return code;
  }

  String requestId() {
    return requestId;
  }
}
