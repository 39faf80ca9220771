package org.spineregistry.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class TopicsTest {
  @Test
  void namesAreDomainEventAndMajorVersion() {
    assertThat(Topics.ALL)
        .extracting(Topic::name)
        .allMatch(name -> name.matches("spine\\.([a-z]+\\.[a-z]+|dead-letter)\\.v\\d+"))
        .doesNotHaveDuplicates();
  }

  @Test
  void casesAndPoliciesOfACampaignLieInTheSamePartition() {
    assertThat(Topics.CERTIFICATION_POLICY.partitions())
        .isEqualTo(Topics.CASE_ACCEPTED.partitions());
    for (String campaign : List.of("sacroiliac-fusion", "lumbar-fusion", "periodontal")) {
      assertThat(CampaignPartitions.of(campaign, 6))
          .isEqualTo(
              BuiltInPartitioner.partitionForKey(
                  campaign.getBytes(java.nio.charset.StandardCharsets.UTF_8), 6));
    }
  }

  @Test
  void submissionsAndWithdrawalsOfACaseLieInTheSamePartition() {
    assertThat(Topics.CASE_WITHDRAWN.partitions()).isEqualTo(Topics.CASE_SUBMITTED.partitions());
  }

  @Test
  void aSegmentClosesLongBeforeTheRetentionPromises() {
    assertThat(Topics.CASE_SUBMITTED.settings())
        .containsEntry("retention.ms", "604800000")
        .containsEntry("segment.ms", "86400000");
  }

  @Test
  void whatIsKeptForeverHasNoLimit() {
    assertThat(Topics.REWARD_GRANTED.settings())
        .containsEntry("retention.ms", "-1")
        .containsEntry("retention.bytes", "-1");
  }

  @Test
  void aPrefixComesBeforeEveryName() {
    assertThat(new TopicNames("eu-1.").of(Topics.CASE_ACCEPTED))
        .isEqualTo("eu-1.spine.case.accepted.v1");
    assertThatThrownBy(() -> new TopicNames("Bad_Prefix"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
