package org.spineregistry.certification.cohort;

import java.util.List;
import org.apache.avro.Schema;

/**
 * The patients of one cycle, pseudonymised, sorted by caseId, so that arrival order across
 * partitions does not matter.
 *
 * @param schema the campaign's case schema as the newest record has it
 * @param cases one a patient
 */
public record Cohort(String campaignId, Schema schema, List<CohortCase> cases) {
  public Cohort {
    cases = List.copyOf(cases);
  }

  @Override
  public String toString() {
    return "Cohort[" + campaignId + ", " + cases.size() + " cases]";
  }
}
