package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Findings;
import org.spineregistry.schemas.dictionary.Level;

/**
 * All checks that the schema of a campaign describes: shape, ranges, derived values, rules. Every
 * check that can run does run, so that an answer lists all problems at once. Immutable and
 * thread-safe; build it once for a campaign.
 */
public final class CaseChecks {

  private final DataDictionary dictionary;
  private final RuleSet rules;
  private final DerivedChecks derived;

  private CaseChecks(DataDictionary dictionary, RuleSet rules, DerivedChecks derived) {
    this.dictionary = dictionary;
    this.rules = rules;
    this.derived = derived;
  }

  /**
   * Compiles the checks of a campaign.
   *
   * @throws InvalidRulesException with every expression that does not compile
   */
  public static CaseChecks of(DataDictionary dictionary) {
    return new CaseChecks(dictionary, RuleSet.compile(dictionary), new DerivedChecks(dictionary));
  }

  /** All findings of a case, in the order of the stages; none means that it is accepted. */
  public List<Finding> check(CaseCandidate candidate) {
    return check(candidate, List.of());
  }

  /**
   * All findings of a case together with those that other checks have found, in the order of the
   * stages.
   *
   * @param others findings of detectors, ids and header; rules that name their fields are skipped,
   *     and if one refuses the case no query is asked
   * @throws IllegalArgumentException if the candidate is of another campaign
   */
  public List<Finding> check(CaseCandidate candidate, Collection<Finding> others) {
    if (!candidate.dictionary().fingerprint().equals(dictionary.fingerprint())) {
      throw new IllegalArgumentException("the candidate was read with another schema");
    }
    List<Finding> findings = new ArrayList<>(candidate.problems());
    findings.addAll(others);
    findings.addAll(RangeChecks.check(candidate));
    Set<String> failed = new HashSet<>(CaseCandidate.variablesOf(findings));
    List<Finding> mismatches = derived.check(candidate, failed);
    findings.addAll(mismatches);
    failed.addAll(CaseCandidate.variablesOf(mismatches));
    findings.addAll(rules.check(Level.REJECT, candidate.values(), failed));
    if (!Findings.reject(findings)) {
      findings.addAll(rules.check(Level.QUERY, candidate.values(), failed));
    }
    return Findings.inOrder(findings);
  }
}
