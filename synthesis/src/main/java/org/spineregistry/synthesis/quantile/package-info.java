/** Marginals as quantile tables in which no knot is a patient. */
package org.spineregistry.synthesis.quantile;
