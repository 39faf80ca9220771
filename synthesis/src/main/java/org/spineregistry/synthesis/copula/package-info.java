/**
 * The step copula: a Gaussian copula over ordered steps with latent missingness, an evidence screen
 * and quantile tables. The default model of the engine.
 */
package org.spineregistry.synthesis.copula;
