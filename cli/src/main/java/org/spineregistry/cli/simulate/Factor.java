package org.spineregistry.cli.simulate;

/** Independent standard normal causes behind a patient's scores. */
enum Factor {
  /** How ill the patient is. */
  SEVERITY,
  /** How much else the patient suffers from. */
  FRAILTY,
  /** How heavy the operation is. */
  BURDEN,
  /** How well the patient does not recover: the own part of it. */
  RECOVERY
}
