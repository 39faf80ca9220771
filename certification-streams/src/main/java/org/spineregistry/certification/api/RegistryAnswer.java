package org.spineregistry.certification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.spineregistry.event.RegistrySize;

/** How large the registries are. */
public record RegistryAnswer(List<Campaign> campaigns) {

  /** One campaign. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Campaign(
      String campaignId,
      long cases,
      long lastOrdinal,
      Long lastRequestedThreshold,
      Long nextThreshold,
      Long lastCertifiedSize,
      Integer policyVersion) {
    static Campaign of(RegistrySize size) {
      return new Campaign(
          size.getCampaignId(),
          size.getCases(),
          size.getLastOrdinal(),
          size.getLastRequestedThreshold(),
          size.getNextThreshold(),
          size.getLastCertifiedSize(),
          size.getPolicyVersion());
    }
  }
}
