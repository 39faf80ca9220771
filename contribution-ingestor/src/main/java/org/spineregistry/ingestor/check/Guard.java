package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Stage;

/** Runs checks so that one that throws refuses the case and the others still run. */
final class Guard {
  private static final Logger LOGGER = LoggerFactory.getLogger(Guard.class);

  private final List<Finding> failures = new ArrayList<>();

  /**
   * @return what the check returns, or the fallback when it throws
   */
  <T> T run(Stage stage, T fallback, Supplier<T> check) {
    try {
      return check.get();
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(IntakeCode.CHECK_FAILED.during(stage));
      // the message may quote the case, so only the place is logged
      LOGGER
          .atError()
          .addKeyValue("stage", stage)
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("at", e.getStackTrace().length == 0 ? "unknown" : e.getStackTrace()[0])
          .log("a check could not run, the case is refused");
      return fallback;
    }
  }

  List<Finding> failures() {
    return failures;
  }
}
