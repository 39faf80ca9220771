package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.reward.BaseUnits;

/** What the decisions remember. One task has all of it: decisions are made in one order. */
public interface RewardBook {
  Optional<KnownPayout> payout(String payoutId);

  /** What was decided for a case or window; a subject is decided once ever. */
  Optional<KnownPayout> ofSubject(String subjectId);

  /** In the order of the windows' names. */
  List<KnownPayout> ofCase(String caseId);

  /** In the order of the ids. */
  List<KnownPayout> ofBeneficiary(String beneficiaryId);

  /** Held payouts whose hold is over by itself at the time, the earliest first. */
  List<KnownPayout> due(Instant at);

  /** Payouts that the budget did not hold, in the order in which they were decided. */
  List<KnownPayout> waitingForBudget(String campaignId);

  /** Keeps a payout whose subject is not known yet, and what it uses of the budget. */
  void add(KnownPayout payout);

  /** Keeps a payout that has changed, and what it uses of the budget now. */
  void put(KnownPayout payout);

  /** What all payouts of a campaign use of its budget. */
  BaseUnits used(String campaignId);

  /** What a campaign granted to a beneficiary by cycles certified on a day. */
  BaseUnits grantedOn(String campaignId, String beneficiaryId, LocalDate day);

  void grantedOn(String campaignId, String beneficiaryId, LocalDate day, BaseUnits amount);

  boolean isSuspended(String beneficiaryId);

  void suspend(String beneficiaryId, boolean suspended);

  /**
   * Why a case, or the reviews of a beneficiary, may earn nothing more: the last one of each cause.
   */
  List<Bar> bars(String id);

  void bar(String id, Bar bar);

  /** Whether a ruling was applied. */
  boolean isRuled(String rulingId);

  void ruled(RulingOutcome outcome);
}
