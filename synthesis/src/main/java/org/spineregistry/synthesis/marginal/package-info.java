/**
 * The seven parametric families of the published method: maximum likelihood, choice by the
 * one-sample Kolmogorov-Smirnov distance, and a table that turns latent normals into values.
 */
package org.spineregistry.synthesis.marginal;
