package org.spineregistry.service.start;

import io.micronaut.runtime.Micronaut;
import java.io.PrintStream;
import org.spineregistry.service.config.ConfigurationProblem;

/** Starts a service; says in one sentence why it does not start. */
public final class ServiceMain {
  /**
   * Exit code for a wrong setting or a missing dependency, so that a supervisor can tell it from a
   * crash.
   */
  static final int CANNOT_START = 2;

  private ServiceMain() {}

  /**
   * @param application class in the service's root package
   */
  public static void run(Class<?> application, String... args) {
    try {
      Micronaut.build(args).mainClass(application).banner(false).start();
    } catch (RuntimeException e) {
      System.exit(explain(e, System.err));
    }
  }

  /**
   * @return the exit code
   */
  static int explain(Throwable problem, PrintStream out) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof ConfigurationProblem || t instanceof StartProblem) {
        out.println("cannot start: " + t.getMessage());
        return CANNOT_START;
      }
    }
    out.println("cannot start: " + problem.getClass().getName() + " at " + origin(problem));
    return 1;
  }

  private static String origin(Throwable problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    return trace.length == 0 ? "unknown" : trace[0].toString();
  }
}
