package org.spineregistry.synthesis.release;

import java.util.List;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.gate.GateResult;

/** Gates as a certificate states them. */
public final class CertificateGates {
  private CertificateGates() {}

  /** One line a gate, in their order. */
  public static List<Certificate.GateLine> of(List<GateResult> gates) {
    return gates.stream().map(CertificateGates::line).toList();
  }

  private static Certificate.GateLine line(GateResult gate) {
    return new Certificate.GateLine(
        gate.id(),
        gate.title(),
        gate.value(),
        gate.interval() == null ? null : gate.interval().lower(),
        gate.interval() == null ? null : gate.interval().upper(),
        gate.bound(),
        gate.direction().name(),
        gate.verdict().name(),
        gate.detail());
  }
}
