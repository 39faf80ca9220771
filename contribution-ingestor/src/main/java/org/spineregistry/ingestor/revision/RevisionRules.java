package org.spineregistry.ingestor.revision;

import static org.spineregistry.ingestor.code.IntakeCode.CAMPAIGN_CHANGED;
import static org.spineregistry.ingestor.code.IntakeCode.CASE_WITHDRAWN;
import static org.spineregistry.ingestor.code.IntakeCode.CORRECTION_NOT_DECLARED;
import static org.spineregistry.ingestor.code.IntakeCode.REVISION_CONFLICT;
import static org.spineregistry.ingestor.revision.RevisionDecision.accepted;
import static org.spineregistry.ingestor.revision.RevisionDecision.refused;
import static org.spineregistry.ingestor.revision.RevisionDecision.unchanged;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spineregistry.ingestor.revision.RevisionDecision.Kind;
import org.spineregistry.schemas.dictionary.CaseCandidate;

/**
 * The rules of revisions: a later one replaces, the same one counts once, a changed value is
 * declared, a withdrawn case stays out. Values in, decision out.
 */
public final class RevisionRules {
  private RevisionRules() {}

  /**
   * Decides about a submission, whatever other checks say of it; only one that they pass may change
   * the history.
   *
   * @param history of the case with the submission's caseId
   */
  public static RevisionDecision decide(Optional<CaseHistory> history, CaseCandidate candidate) {
    if (history.isPresent() && history.get().withdrawn()) {
      return refused(CASE_WITHDRAWN.at("header.caseId"));
    }
    if (!(candidate.header().get("campaignId") instanceof String campaign)
        || !(candidate.header().get("revision") instanceof Long number)
        || number > Integer.MAX_VALUE) {
      return refused();
    }
    int revision = number.intValue();
    CaseContent content = CaseContent.of(candidate);
    return history
        .map(known -> compare(known, campaign, revision, content, candidate))
        .orElseGet(() -> accepted(Kind.NEW, next(new TreeMap<>(), campaign, revision, content)));
  }

  private static RevisionDecision compare(
      CaseHistory known,
      String campaign,
      int revision,
      CaseContent content,
      CaseCandidate candidate) {
    if (!known.campaignId().equals(campaign)) {
      return refused(CAMPAIGN_CHANGED.at("header.campaignId"));
    }
    String digest = known.digests().get(revision);
    if (digest != null) {
      return digest.equals(content.digest())
          ? unchanged(Kind.DUPLICATE)
          : refused(REVISION_CONFLICT.at("header.revision"));
    }
    if (revision < known.revision()) {
      return accepted(Kind.SUPERSEDED, noted(known, revision, content));
    }
    List<String> changed = changed(known, content, candidate.misshapen());
    if (!changed.isEmpty() && candidate.header().get("correctionOf") == null) {
      return refused(CORRECTION_NOT_DECLARED.at(changed.toArray(String[]::new)));
    }
    return accepted(Kind.LATER, next(new TreeMap<>(known.digests()), campaign, revision, content));
  }

  /** The digest is kept, so that the same revision with other content is still a conflict. */
  private static CaseHistory noted(CaseHistory known, int revision, CaseContent content) {
    SortedMap<Integer, String> digests = new TreeMap<>(known.digests());
    digests.put(revision, content.digest());
    return new CaseHistory(known.campaignId(), known.revision(), false, known.values(), digests);
  }

  private static CaseHistory next(
      SortedMap<Integer, String> digests, String campaign, int revision, CaseContent content) {
    digests.put(revision, content.digest());
    return new CaseHistory(campaign, revision, false, content.values(), digests);
  }

  private static List<String> changed(
      CaseHistory known, CaseContent content, Set<String> misshapen) {
    return known.values().entrySet().stream()
        .filter(old -> !old.getValue().equals(content.values().get(old.getKey())))
        .map(SortedMap.Entry::getKey)
        .filter(name -> !misshapen.contains(name))
        .toList();
  }
}
