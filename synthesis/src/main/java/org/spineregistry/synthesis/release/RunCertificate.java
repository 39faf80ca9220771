package org.spineregistry.synthesis.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.run.EngineInfo;
import org.spineregistry.synthesis.run.RunResult;

/**
 * What a certificate states about a run, beside what the run itself knows. It takes no clock, so
 * that a repeated run signs the same bytes.
 *
 * @param campaignId whose patients they are
 * @param cycleId names the run
 * @param policyVersion that asked for it, 0 for none
 * @param threshold registry size that asked for it, or null
 * @param cohort the patients
 * @param schema of their cases
 */
public record RunCertificate(
    String campaignId,
    String cycleId,
    int policyVersion,
    Long threshold,
    Certificate.CohortFacts cohort,
    Certificate.SchemaFacts schema) {

  /** The certificate of a run that was certified. */
  public Certificate of(RunResult result, List<Certificate.Subject> datasets) {
    EngineInfo engine = result.engine();
    Map<String, Object> parameters = new LinkedHashMap<>(result.parameters());
    parameters.put("notes", result.notes());
    return new Certificate(
        datasets,
        campaignId,
        cycleId,
        policyVersion,
        threshold,
        result.profile(),
        Certificate.CERTIFIED,
        cohort,
        schema,
        new Certificate.EngineFacts(
            engine.name(), engine.version(), engine.commit(), engine.model()),
        parameters,
        result.seedSha256(),
        result.gates().stream().map(RunCertificate::line).toList());
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
