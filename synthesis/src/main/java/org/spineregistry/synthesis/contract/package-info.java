/**
 * What a schema promises of every row beside the type of each cell: rules, derived values, pairs
 * that are one variable, coarsening of quasi-identifiers, declared analyses.
 */
package org.spineregistry.synthesis.contract;
