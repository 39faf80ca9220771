package org.spineregistry.localstack.api;

/** The service gives no answer now: it starts, restores or is being restarted. */
public final class NotAnswering extends Exception {
  private static final long serialVersionUID = 1L;

  NotAnswering(String why) {
    super(why);
  }
}
