package org.spineregistry.synthesis.report;

import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/** The verdict in one sentence that needs no statistics, and the claim that a release may make. */
public final class Summary {
  private Summary() {}

  /** One sentence for a surgeon. */
  public static String sentence(ReportContent content) {
    ReportHead head = content.head();
    int deciding = content.decidingGates().size();
    return switch (head.verdict()) {
      case CERTIFIED ->
          format(
              "The %,d synthetic patients made from %,d real ones passed all %d checks that decide.",
              head.releaseRows(), head.patients(), deciding);
      case PASSED ->
          format(
              "The %,d rows passed all %d checks that decide. They are not certified: nobody here "
                  + "saw how they were made.",
              head.releaseRows(), deciding);
      case REFUSED -> refused(content, deciding);
      case NOT_CERTIFIABLE ->
          format(
              "No verdict is possible: with %,d patients, %d of the %d checks that decide could "
                  + "not be settled either way.",
              head.patients(), count(content, Verdict.NOT_CERTIFIABLE), deciding);
      case ENGINE_FAULT ->
          "The software did not pass its own controls, so nothing in this report can be relied on.";
    };
  }

  /** What may be said of the release, word for word; empty when nothing may. */
  public static String claim(ReportHead head) {
    if (head.verdict() != ReportVerdict.CERTIFIED) {
      return "";
    }
    return format(
        "The files below, of %s, fitted on %,d patients, met profile %s version %s: every gate with "
            + "value, interval and bound is listed.",
        head.source(), head.patients(), head.profileAndTier(), head.profileVersion());
  }

  private static String refused(ReportContent content, int deciding) {
    long failed = count(content, Verdict.FAIL);
    if (failed == 0) {
      return "Do not use these synthetic patients: the run was refused.";
    }
    return format(
        "Do not use these synthetic patients: they failed %d of the %d checks that decide.",
        failed, deciding);
  }

  private static long count(ReportContent content, Verdict verdict) {
    return content.notPassed().stream().map(GateResult::verdict).filter(verdict::equals).count();
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
