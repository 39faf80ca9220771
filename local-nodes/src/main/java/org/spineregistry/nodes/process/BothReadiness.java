package org.spineregistry.nodes.process;

record BothReadiness(Readiness first, Readiness second) implements Readiness {

  @Override
  public boolean reached(ProcessOutput output) {
    return first.reached(output) && second.reached(output);
  }

  @Override
  public String description() {
    return first.description() + " and " + second.description();
  }
}
