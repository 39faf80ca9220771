package org.spineregistry.schemas.topic;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/**
 * Where a campaign's accepted cases are. They are keyed by case, for compaction, and partitioned by
 * campaign, so that one task sees all cases of a campaign in one order and can number them without
 * a second hop. A case never changes its campaign, so the records of a case stay together as well.
 */
public final class CampaignPartitions {
  private CampaignPartitions() {}

  /**
   * The partition that the default partitioner gives to a record whose key is the campaign, so that
   * policies lie beside cases.
   *
   * @param partitions number of partitions of the topic, above 0
   */
  public static int of(String campaignId, int partitions) {
    return Utils.toPositive(Utils.murmur2(campaignId.getBytes(StandardCharsets.UTF_8)))
        % partitions;
  }
}
