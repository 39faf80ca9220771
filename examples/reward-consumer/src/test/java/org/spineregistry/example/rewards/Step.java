package org.spineregistry.example.rewards;

/** Where a consumer is killed. */
enum Step {
  WHILE_BOOKING,
  BEFORE_PAYMENT,
  AFTER_PAYMENT,
  BEFORE_REPORT,
  AFTER_REPORT
}
