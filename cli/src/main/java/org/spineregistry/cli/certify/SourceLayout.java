package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.contract.Contract;

/**
 * How files of one schema are read.
 *
 * @param layout of the files
 * @param contract of the schema
 */
record SourceLayout(CohortLayout layout, Contract contract) {}
