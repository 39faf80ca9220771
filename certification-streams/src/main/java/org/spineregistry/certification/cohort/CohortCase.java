package org.spineregistry.certification.cohort;

import org.apache.avro.generic.GenericRecord;
import org.spineregistry.event.RegistryMember;

/**
 * One patient of a cohort.
 *
 * @param member how the case counts
 * @param record the case at its latest revision
 */
public record CohortCase(RegistryMember member, GenericRecord record) {
  public String caseId() {
    return member.getCaseId();
  }

  /** Holds no clinical value, so that it may be printed. */
  @Override
  public String toString() {
    return "CohortCase[ordinal " + member.getOrdinal() + "]";
  }
}
