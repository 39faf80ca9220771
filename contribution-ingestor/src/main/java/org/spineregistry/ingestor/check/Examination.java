package org.spineregistry.ingestor.check;

import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.spineregistry.ingestor.check.CaseTexts.Text;
import org.spineregistry.ingestor.check.IdentifierChecks.Hits;
import org.spineregistry.ingestor.check.Verdict.Naming;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.ingestor.revision.RevisionDecision;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Findings;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Stage;

/** One run of all checks over one submission. */
final class Examination {
  private static final Hits NO_HITS = new Hits(List.of(), Set.of());
  private static final RevisionDecision UNDECIDED =
      new RevisionDecision(RevisionDecision.Kind.REFUSED, List.of(), Optional.empty());

  private final CampaignChecks campaign;
  private final boolean known;
  private final Clock clock;
  private final Guard guard = new Guard();

  /**
   * @param campaign of the submission, or any when its own is not known
   * @param known whether it is its own
   */
  Examination(CampaignChecks campaign, boolean known, Clock clock) {
    this.campaign = campaign;
    this.known = known;
    this.clock = clock;
  }

  Verdict run(
      Function<CampaignChecks, CaseCandidate> reading,
      Supplier<Object> tree,
      Transport transport,
      Function<CaseCandidate, RevisionDecision> deciding) {
    CaseCandidate candidate =
        guard.run(Stage.SHAPE, nothing(), () -> onlyWhatIsKnown(reading.apply(campaign)));
    boolean readable = guard.failures().isEmpty();
    List<HeaderField> fields = campaign.dictionary().header();
    Map<String, Object> header = candidate.header();
    List<Text> texts =
        guard.run(Stage.IDENTIFIERS, List.of(), () -> collector(fields).of(tree.get()));

    Hits inTransport =
        guard.run(
            Stage.TRANSPORT, NO_HITS, () -> TransportChecks.check(transport, header.get("caseId")));
    Hits inTexts = guard.run(Stage.IDENTIFIERS, NO_HITS, () -> IdentifierChecks.check(texts));
    List<Finding> found = new ArrayList<>(inTransport.findings());
    found.addAll(inTexts.findings());
    found.addAll(
        guard.run(
            Stage.IDS,
            List.of(),
            () -> IdChecks.check(fields, header, texts, TransportChecks.ids(transport))));
    found.addAll(guard.run(Stage.HEADER, List.of(), () -> checkHeader(fields, header)));
    RevisionDecision decision = guard.run(Stage.HEADER, UNDECIDED, () -> deciding.apply(candidate));
    found.addAll(decision.findings());

    Set<Detector> detectors = EnumSet.noneOf(Detector.class);
    detectors.addAll(inTransport.detectors());
    detectors.addAll(inTexts.detectors());
    return new Verdict(
        known ? Optional.of(candidate) : Optional.empty(),
        conclude(candidate, found, known && readable),
        detectors,
        decision,
        naming(fields, header, found));
  }

  /** Stages 9 to 11, and everything in its order. */
  private List<Finding> conclude(CaseCandidate candidate, List<Finding> found, boolean withRules) {
    List<Finding> all = new ArrayList<>(candidate.problems());
    all.addAll(found);
    if (withRules) {
      List<Finding> soFar = List.copyOf(all);
      all =
          new ArrayList<>(
              guard.run(Stage.RANGES, soFar, () -> campaign.rules().check(candidate, found)));
    }
    all.addAll(guard.failures());
    return Findings.inOrder(all);
  }

  private List<Finding> checkHeader(List<HeaderField> fields, Map<String, Object> header) {
    Optional<String> id =
        known ? Optional.of(campaign.dictionary().campaignId()) : Optional.empty();
    return HeaderChecks.check(fields, header, id, Year.now(clock).getValue());
  }

  private CaseTexts collector(List<HeaderField> fields) {
    return known ? campaign.texts() : CaseTexts.ofUnknown(fields);
  }

  private CaseCandidate nothing() {
    return new CaseCandidate(campaign.dictionary(), Map.of(), Map.of(), Map.of(), List.of());
  }

  /** Without a campaign, what the dictionary of another one says of the variables means nothing. */
  private CaseCandidate onlyWhatIsKnown(CaseCandidate read) {
    if (known) {
      return read;
    }
    List<Finding> problems =
        read.problems().stream()
            .filter(p -> p.field().startsWith("header") || p.field().equals("case"))
            .toList();
    return new CaseCandidate(read.dictionary(), read.header(), Map.of(), Map.of(), problems);
  }

  private Naming naming(List<HeaderField> fields, Map<String, Object> header, List<Finding> found) {
    boolean caseIdRefused =
        found.stream().anyMatch(f -> f.code().equals(IntakeCode.CASE_ID_NOT_RANDOM.name()));
    Optional<String> caseId =
        Optional.ofNullable((String) header.get("caseId"))
            .filter(id -> !caseIdRefused && caseIdForm(fields).matcher(id).matches());
    OptionalInt revision =
        header.get("revision") instanceof Long number && number > 0 && number <= Integer.MAX_VALUE
            ? OptionalInt.of(number.intValue())
            : OptionalInt.empty();
    return new Naming(
        known ? Optional.of(campaign.dictionary().campaignId()) : Optional.empty(),
        caseId,
        revision);
  }

  private static Pattern caseIdForm(List<HeaderField> fields) {
    return fields.stream()
        .filter(field -> field.name().equals("caseId"))
        .flatMap(field -> field.pattern().stream())
        .findFirst()
        .orElseThrow();
  }
}
