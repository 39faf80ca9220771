package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.ingestor.check.IdentifierChecks.Hits;
import org.spineregistry.ingestor.check.Transport.Header;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.ingestor.identifier.Detectors;
import org.spineregistry.schemas.dictionary.Finding;

/**
 * Stage 2: the record key, and headers by a closed list of names and forms, the rest through the
 * detectors.
 */
final class TransportChecks {
  private final Transport transport;
  private final Set<Finding> findings = new LinkedHashSet<>();
  private final Set<Detector> detectors = EnumSet.noneOf(Detector.class);

  private TransportChecks(Transport transport) {
    this.transport = transport;
  }

  /**
   * @param caseId of the case header; null when there is none
   */
  static Hits check(Transport transport, Object caseId) {
    TransportChecks checks = new TransportChecks(transport);
    if (transport.keyed()) {
      checks.checkKey(caseId);
    }
    for (int i = 0; i < transport.headers().size(); i++) {
      checks.checkHeader(i + 1, transport.headers().get(i));
    }
    return new Hits(new ArrayList<>(checks.findings), checks.detectors);
  }

  /** Ids in headers, which must differ from the caseId. */
  static List<String> ids(Transport transport) {
    return transport.headers().stream()
        .filter(header -> HeaderForms.isId(header.name()))
        .map(Header::value)
        .toList();
  }

  private void checkKey(Object caseId) {
    if (transport.key() == null || !transport.key().equals(caseId)) {
      findings.add(IntakeCode.KEY_MISMATCH.at("key"));
      if (HeaderForms.eventId(Optional.ofNullable(transport.key())).isEmpty()) {
        scan("key", transport.key());
      }
    } else if (!transport.home()) {
      findings.add(IntakeCode.WRONG_PARTITION.at("key"));
    }
  }

  private void checkHeader(int position, Header header) {
    boolean known = HeaderForms.isKnown(header.name());
    String path = "headers." + (known ? header.name() : "#" + position);
    String value = header.value() == null ? "" : header.value();
    boolean holds = known && HeaderForms.holds(header.name(), value, transport.key());
    if (!holds) {
      findings.add(IntakeCode.HEADER_NOT_ALLOWED.at(path));
    }
    if (!known) {
      scan(path, header.name());
    }
    if (!holds || HeaderForms.isScanned(header.name())) {
      scan(path, value);
    }
  }

  private void scan(String path, String text) {
    if (text == null || text.length() > Detectors.LONGEST) {
      return; // its length has been refused by the form
    }
    Set<Detector> hits = Detectors.in(text);
    if (!hits.isEmpty()) {
      detectors.addAll(hits);
      findings.add(IntakeCode.IDENTIFIER_IN_HEADER.at(path));
    }
  }
}
