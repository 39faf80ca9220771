package org.spineregistry.synthesis.model;

import org.spineregistry.synthesis.table.Table;

/**
 * Rows of a model and what it cost to keep the rules.
 *
 * @param table the rows
 * @param acceptance of the draws
 */
public record SampledRows(Table table, Acceptance acceptance) {}
