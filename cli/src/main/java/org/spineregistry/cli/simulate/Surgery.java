package org.spineregistry.cli.simulate;

/** What only one campaign asks: diagnosis, findings, operation. */
interface Surgery {
  void fill(Patient patient);
}
