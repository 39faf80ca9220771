package org.spineregistry.localstack.api;

/** How large a campaign's registry is, as {@code GET /v1/registry} shows it. */
public record RegistrySize(
    String campaignId,
    long cases,
    long lastOrdinal,
    Long lastRequestedThreshold,
    Long nextThreshold,
    Integer policyVersion) {

  /** A campaign that nobody has sent a case of. */
  public static RegistrySize empty(String campaignId) {
    return new RegistrySize(campaignId, 0, 0, null, null, null);
  }
}
