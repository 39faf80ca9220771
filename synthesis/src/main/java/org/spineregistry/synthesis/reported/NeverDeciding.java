package org.spineregistry.synthesis.reported;

import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.parallel.CancelledException;

/**
 * Gates that are shown and decide nothing: one that these data do not allow is shown as not run,
 * with its reason, and does not take down a run that it has no say in.
 */
public final class NeverDeciding {
  private NeverDeciding() {}

  /**
   * A task of such gates, which never fails.
   *
   * @param id under which a gate that is not run is shown
   */
  public static Callable<List<GateResult>> of(String id, Callable<List<GateResult>> gates) {
    return () -> gates(id, gates);
  }

  /** Runs such gates at once; see {@link #of}. */
  public static List<GateResult> gates(String id, Callable<List<GateResult>> gates) {
    try {
      return gates.call();
    } catch (CancelledException cancelled) {
      throw cancelled;
    } catch (Exception e) {
      // only what this engine says of its rules is known to hold no value
      String why =
          e instanceof IllegalArgumentException && e.getMessage() != null
              ? e.getMessage()
              : e.getClass().getSimpleName();
      return List.of(
          GateResult.reported(
              id,
              "A reported gate that these data do not allow",
              Double.NaN,
              null,
              "not run: " + why));
    }
  }
}
