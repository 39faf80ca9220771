package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.contract.Contract;

/**
 * A cohort that was read, with what its rows must keep.
 *
 * @param cohort as the file has it
 * @param contract of its schema
 */
record SourceCohort(CsvCohort cohort, Contract contract) {}
