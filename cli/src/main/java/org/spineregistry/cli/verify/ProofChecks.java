package org.spineregistry.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spineregistry.solana.proof.OfflineProof;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.PublisherKeys;
import org.spineregistry.synthesis.verify.Check;

/** What a proof bundle shows without any network. */
final class ProofChecks {
  private ProofChecks() {}

  /**
   * @param certificate SHA-256 of the certificate that the bundle should be about, or null
   */
  static List<Check> of(ProofBundle bundle, PublisherKeys trusted, String certificate) {
    List<Check> checks = new ArrayList<>();
    if (certificate != null) {
      String subject = bundle.subject().sha256();
      checks.add(
          subject.equals(certificate)
              ? Check.passed("subject", "the proof is about this certificate")
              : Check.failed(
                  "subject", "the proof is about " + subject + ", not this certificate"));
    }
    new OfflineProof(bundle, trusted)
        .findings()
        .forEach(
            finding -> {
              String name = finding.step().name().toLowerCase(Locale.ROOT);
              checks.add(
                  finding.holds()
                      ? Check.passed(name, finding.reason())
                      : Check.failed(name, finding.reason()));
            });
    return List.copyOf(checks);
  }
}
