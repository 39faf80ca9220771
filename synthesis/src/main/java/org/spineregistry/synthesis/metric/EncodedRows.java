package org.spineregistry.synthesis.metric;

/**
 * Rows as points of a Euclidean space.
 *
 * @param values {@code values[row * dimensions + d]}; must not be changed
 */
public record EncodedRows(int rows, int dimensions, double[] values) {}
