package org.spineregistry.synthesis.run;

/** Hears how far a run is, on the thread that called it. */
@FunctionalInterface
public interface ProgressListener {
  /**
   * @param stage what the run does now
   * @param fraction part of the whole run that is done, 0 to 1, never falling
   * @param message the same for a person, without any value of a patient
   */
  void report(Stage stage, double fraction, String message);

  /** Steps of a run, in order. */
  enum Stage {
    FIT,
    GENERATE,
    AUDIT,
    CONTROLS,
    GATES,
    DONE
  }
}
