package org.spineregistry.anchor.fake;

/** Where a process may die. */
public enum Step {
  BEFORE_QUEUED,
  AFTER_QUEUED,
  AFTER_BLOCKHASH,
  BEFORE_SIGNED,
  AFTER_SIGNED,
  AFTER_SEND,
  AFTER_STATUS,
  AFTER_READ_BACK,
  BEFORE_FINALIZED,
  AFTER_FINALIZED
}
