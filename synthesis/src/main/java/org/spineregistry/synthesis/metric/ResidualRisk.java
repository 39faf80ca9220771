package org.spineregistry.synthesis.metric;

/**
 * What an attack achieves on members beyond what it achieves on strangers (Giomi, Boenisch,
 * Wehmeyer and Tasnadi 2023, PoPETs): (a - c) / (1 - c) of the Wilson centres a of the attack and c
 * of the control.
 *
 * @param risk negative when the control did better
 * @param error half-width of its 95 % interval by propagation of both Wilson half-widths
 */
public record ResidualRisk(double risk, double error) {

  /**
   * The risk of counted attacks.
   *
   * @param successes of the attack
   * @param trials of the attack, at least 1
   * @param controlSuccesses of the control
   * @param controlTrials of the control, at least 1
   */
  public static ResidualRisk of(
      double successes, double trials, double controlSuccesses, double controlTrials) {
    Wilson attack = Wilson.of(successes, trials);
    Wilson control = Wilson.of(controlSuccesses, controlTrials);
    double rest = 1 - control.centre();
    double byAttack = attack.halfWidth() / rest;
    double byControl = (1 - attack.centre()) / (rest * rest) * control.halfWidth();
    return new ResidualRisk(
        (attack.centre() - control.centre()) / rest,
        Math.sqrt(byAttack * byAttack + byControl * byControl));
  }

  /** What is reported: the risk inside [0, 1], as its interval is. A control cannot do better. */
  public double reported() {
    return clip(risk);
  }

  /** The interval inside [0, 1]. */
  public Interval interval() {
    return new Interval(clip(risk - error), clip(risk + error));
  }

  private static double clip(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
