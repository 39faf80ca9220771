package org.spineregistry.synthesis.gate;

/** How a value and its bound compare. */
public enum Direction {
  AT_LEAST,
  AT_MOST,
  ABOVE,
  BELOW,
  /** There is no bound: the value is shown and decides nothing. */
  REPORTED
}
