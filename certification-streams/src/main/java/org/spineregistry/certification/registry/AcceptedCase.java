package org.spineregistry.certification.registry;

import java.util.List;

/**
 * What the registry needs to know of an accepted case.
 *
 * @param windowsFilled follow-up windows whose defining scores are present, for example {@code 12m}
 */
public record AcceptedCase(
    String campaignId,
    String caseId,
    String siteId,
    String contributorId,
    int revision,
    List<String> windowsFilled) {}
