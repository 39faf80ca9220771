package org.spineregistry.localstack.api;

import java.util.List;
import java.util.Set;

/** A certification cycle as {@code GET /v1/cycles} shows it; what is not known yet is null. */
public record Cycle(
    String cycleId,
    String campaignId,
    String state,
    String verdict,
    List<String> reasons,
    Integer policyVersion,
    Long threshold,
    Long cases,
    String profile,
    int attempt,
    String stage,
    double fraction,
    String message,
    List<Gate> gates,
    List<File> datasets,
    File certificate,
    List<File> documents,
    Anchor anchor,
    Rewards rewards) {
  private static final Set<String> ENDS = Set.of("REFUSED", "FAILED", "REWARDED");

  public Cycle {
    reasons = reasons == null ? List.of() : List.copyOf(reasons);
    gates = gates == null ? List.of() : List.copyOf(gates);
    datasets = datasets == null ? List.of() : List.copyOf(datasets);
    documents = documents == null ? List.of() : List.copyOf(documents);
  }

  /** A gate with what it measured; value and bound may be null. */
  public record Gate(
      String id,
      String title,
      Double value,
      Double lower,
      Double upper,
      Double bound,
      String direction,
      String verdict) {}

  /** A file of the store. */
  public record File(String name, String uri, String sha256, long bytes, Long rows) {}

  /** Where the certificate's digest stands. */
  public record Anchor(String signature, long slot, String memo, String publisher) {}

  /** What the cycle paid. */
  public record Rewards(int payouts, String grantedBaseUnits) {}

  /** Nothing more will happen to it. */
  public boolean ended() {
    return ENDS.contains(state);
  }

  public boolean failed() {
    return "FAILED".equals(state);
  }
}
