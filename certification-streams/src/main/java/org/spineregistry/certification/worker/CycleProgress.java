package org.spineregistry.certification.worker;

/** Hears how far a cycle is. */
public interface CycleProgress {
  /**
   * @param stage code of the stage
   * @param fraction part of the whole cycle that is done, 0 to 1
   * @param message what happens now; no value of a case
   */
  void report(String stage, double fraction, String message);
}
