package org.spineregistry.ingestor.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.generic.IndexedRecord;
import org.spineregistry.ingestor.revision.CaseHistory;
import org.spineregistry.ingestor.revision.RevisionDecision;
import org.spineregistry.ingestor.revision.RevisionRules;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;

/**
 * All checks of a submission, the same for every way in. Bad input never throws: it is in the
 * verdict. Immutable and thread-safe; build it once, since it compiles the rules of every campaign.
 */
public final class IntakeChecks {
  private final Map<String, CampaignChecks> byId;
  private final Map<String, CampaignChecks> byRecord;
  private final Clock clock;

  /**
   * @param clock tells the current year, in its zone
   */
  public IntakeChecks(Campaigns campaigns, Clock clock) {
    this.byId =
        campaigns.all().stream()
            .collect(Collectors.toUnmodifiableMap(DataDictionary::campaignId, CampaignChecks::of));
    this.byRecord =
        byId.values().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    checks -> checks.dictionary().recordName(), checks -> checks));
    this.clock = clock;
  }

  /** Whether Avro records of that full name are cases of a known campaign. */
  public boolean knows(String recordName) {
    return byRecord.containsKey(recordName);
  }

  /**
   * Checks a case as JSON. Its history is not known here: a verdict that accepts is preliminary.
   *
   * @param tree parsed strictly; whatever it is, it is checked
   */
  public Verdict json(JsonNode tree) {
    JsonNode named = tree.path(DataDictionary.HEADER).path("campaignId");
    Optional<CampaignChecks> campaign =
        named.isTextual() ? Optional.ofNullable(byId.get(named.textValue())) : Optional.empty();
    return new Examination(campaign.orElse(anyCampaign()), campaign.isPresent(), clock)
        .run(
            checks -> checks.reader().json(tree),
            () -> PlainTree.ofJson(tree),
            Transport.rest(),
            candidate -> RevisionDecision.preliminary());
  }

  /**
   * Checks a case as an Avro record, read by the schema that it was written with.
   *
   * @param history of the case that the record's key names
   * @throws IllegalArgumentException unless {@link #knows} the record
   */
  public Verdict avro(IndexedRecord record, Transport transport, Optional<CaseHistory> history) {
    CampaignChecks campaign = byRecord.get(record.getSchema().getFullName());
    if (campaign == null) {
      throw new IllegalArgumentException("the record is no case of a known campaign");
    }
    return new Examination(campaign, true, clock)
        .run(
            checks -> checks.reader().avro(record),
            () -> PlainTree.ofAvro(record),
            transport,
            candidate -> RevisionRules.decide(history, candidate));
  }

  /** The header is the same in every campaign, so any of them can check it. */
  private CampaignChecks anyCampaign() {
    return byId.values().iterator().next();
  }
}
