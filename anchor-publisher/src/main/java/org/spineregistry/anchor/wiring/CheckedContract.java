package org.spineregistry.anchor.wiring;

import jakarta.inject.Singleton;
import java.util.List;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.start.ContractCheck;

/**
 * Exists only in an installation that is as the contract says; whatever reads or writes a topic
 * asks for it.
 */
@Singleton
final class CheckedContract {
  static final List<Topic> TOPICS =
      List.of(
          Topics.CASE_ACCEPTED,
          Topics.CERTIFICATION_COMPLETED,
          Topics.ANCHOR_INTENT,
          Topics.ANCHOR_FINALIZED,
          Topics.ANCHOR_BATCH,
          Topics.CASE_WITHDRAWN,
          Topics.REWARD_POLICY,
          Topics.REWARD_RULING,
          Topics.REWARD_INPUT,
          Topics.REWARD_GRANTED,
          Topics.REWARD_SETTLED,
          Topics.SETTLEMENT_INTENT,
          Topics.REWARD_CYCLE,
          Topics.DEAD_LETTER);

  CheckedContract(ContractCheck check) throws InterruptedException {
    check.require(TOPICS);
  }
}
