package org.spineregistry.anchor.settlement.plan;

/** Nobody may be paid before somebody has looked. The message holds codes and ids alone. */
public class SettlementProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SettlementProblem(String what) {
    super(what);
  }

  public SettlementProblem(String what, Exception cause) {
    super(what, cause);
  }
}
