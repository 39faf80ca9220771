package org.spineregistry.synthesis.control;

/**
 * Faults that are planted to see whether the gates find them, and the family of gates that must.
 */
public enum PlantedFault {
  /** The faithful release itself, for comparison: nothing must be found. */
  NONE("none", ""),
  COPIES("exact copies of patients", "P3"),
  NOISY_COPIES("copies with noise of 1 % of each SD", "P3"),
  INDEPENDENT("columns drawn independently", "F3"),
  COLLAPSED("one number column collapsed to its median", "F1"),
  SHIFTED("one number column shifted by 0.5 SD", "F1"),
  LEAKED_EXTREME("one cell shows the extreme of fewer than 5 patients", "P6-extremes"),
  BROKEN_RULES("5 % of the rows break a rule of the schema", "F5"),
  SCATTERED("gaps scattered at random", "F4");

  private final String title;
  private final String family;

  PlantedFault(String title, String family) {
    this.title = title;
    this.family = family;
  }

  /** The fault in words. */
  public String title() {
    return title;
  }

  /** First part of the ids of the gates of which one must fail; empty when none may. */
  public String family() {
    return family;
  }

  /** Whether rows with the fault are patients, so that they can be recognised. */
  public boolean showsPatients() {
    return this == COPIES || this == NOISY_COPIES;
  }
}
