/**
 * The published method: a Gaussian copula over parametric marginals, with mean imputation and cells
 * blanked at random. Written so that the 2026 publication can be repeated and compared, defects
 * included.
 */
package org.spineregistry.synthesis.classic;
