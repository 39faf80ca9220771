package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.event.RulingCause;

/** A book that adds up what it is asked every time. */
public final class MemoryBook implements RewardBook {
  private final Map<String, KnownPayout> payouts = new TreeMap<>();
  private final Map<List<Object>, BaseUnits> days = new HashMap<>();
  private final Set<String> suspended = new HashSet<>();
  private final Map<String, TreeMap<RulingCause, Bar>> bars = new HashMap<>();
  private final Map<String, RulingOutcome> rulings = new HashMap<>();

  public List<KnownPayout> all() {
    return List.copyOf(payouts.values());
  }

  public RulingOutcome outcome(String rulingId) {
    return rulings.get(rulingId);
  }

  @Override
  public Optional<KnownPayout> payout(String payoutId) {
    return Optional.ofNullable(payouts.get(payoutId));
  }

  @Override
  public Optional<KnownPayout> ofSubject(String subjectId) {
    return where(p -> p.payout().subjectId().equals(subjectId)).stream().findFirst();
  }

  @Override
  public List<KnownPayout> ofCase(String caseId) {
    return where(p -> p.payout().subjectId().startsWith(caseId + "/")).stream()
        .sorted(Comparator.comparing(p -> p.payout().subjectId()))
        .toList();
  }

  @Override
  public List<KnownPayout> ofBeneficiary(String beneficiaryId) {
    return where(p -> p.payout().beneficiaryId().equals(beneficiaryId));
  }

  @Override
  public List<KnownPayout> due(Instant at) {
    return where(p -> p.isHeld() && p.hold().until() != null && !p.hold().until().isAfter(at))
        .stream()
        .sorted(Comparator.comparing(p -> p.hold().until()))
        .toList();
  }

  @Override
  public List<KnownPayout> waitingForBudget(String campaignId) {
    return where(p -> isOf(p, campaignId) && p.isHeld(Hold.Reason.BUDGET)).stream()
        .sorted(
            Comparator.comparing((KnownPayout p) -> p.earned().effectiveAt())
                .thenComparing(p -> p.earned().place()))
        .toList();
  }

  @Override
  public void add(KnownPayout payout) {
    put(payout);
  }

  @Override
  public void put(KnownPayout payout) {
    payouts.put(payout.payoutId(), payout);
  }

  @Override
  public BaseUnits used(String campaignId) {
    return where(p -> isOf(p, campaignId)).stream()
        .map(KnownPayout::used)
        .reduce(BaseUnits.ZERO, BaseUnits::plus);
  }

  @Override
  public BaseUnits grantedOn(String campaignId, String beneficiaryId, LocalDate day) {
    return days.getOrDefault(List.of(campaignId, beneficiaryId, day), BaseUnits.ZERO);
  }

  @Override
  public void grantedOn(String campaignId, String beneficiaryId, LocalDate day, BaseUnits amount) {
    days.put(List.of(campaignId, beneficiaryId, day), amount);
  }

  @Override
  public boolean isSuspended(String beneficiaryId) {
    return suspended.contains(beneficiaryId);
  }

  @Override
  public void suspend(String beneficiaryId, boolean isSuspended) {
    if (isSuspended) {
      suspended.add(beneficiaryId);
    } else {
      suspended.remove(beneficiaryId);
    }
  }

  @Override
  public List<Bar> bars(String id) {
    return List.copyOf(bars.getOrDefault(id, new TreeMap<>()).values());
  }

  @Override
  public void bar(String id, Bar bar) {
    bars.computeIfAbsent(id, key -> new TreeMap<>()).put(bar.cause(), bar);
  }

  @Override
  public boolean isRuled(String rulingId) {
    return rulings.containsKey(rulingId);
  }

  @Override
  public void ruled(RulingOutcome outcome) {
    rulings.put(outcome.rulingId(), outcome);
  }

  private static boolean isOf(KnownPayout payout, String campaignId) {
    return payout.earned().campaignId().equals(campaignId);
  }

  private List<KnownPayout> where(Predicate<KnownPayout> fits) {
    return payouts.values().stream().filter(fits).toList();
  }
}
