package org.spineregistry.synthesis.report.html;

import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.report.ReportVerdict;

/** Verdicts as a sign, a word and a class of the style sheet: never by colour alone. */
final class Words {
  private Words() {}

  static String sign(ReportVerdict verdict) {
    return switch (verdict) {
      case CERTIFIED, PASSED -> "\u2713";
      case REFUSED -> "\u2717";
      case NOT_CERTIFIABLE -> "?";
      case ENGINE_FAULT -> "!";
    };
  }

  static String style(ReportVerdict verdict) {
    return switch (verdict) {
      case CERTIFIED, PASSED -> "pass";
      case REFUSED, ENGINE_FAULT -> "fail";
      case NOT_CERTIFIABLE -> "open";
    };
  }

  static String sign(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "\u2713";
      case FAIL -> "\u2717";
      case NOT_CERTIFIABLE -> "?";
      case REPORTED -> "\u00b7";
    };
  }

  static String word(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case NOT_CERTIFIABLE -> "cannot be decided";
      case REPORTED -> "shown only";
    };
  }

  static String style(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "pass";
      case FAIL -> "fail";
      case NOT_CERTIFIABLE -> "open";
      case REPORTED -> "none";
    };
  }

  /** The bound with the way it is compared, such as {@code at most 0.6}. */
  static String bound(GateResult gate) {
    String number = Numbers.value(gate.bound());
    return switch (gate.direction()) {
      case AT_MOST -> "at most " + number;
      case AT_LEAST -> "at least " + number;
      case ABOVE -> "above " + number;
      case BELOW -> "below " + number;
      case REPORTED -> Numbers.NONE;
    };
  }
}
