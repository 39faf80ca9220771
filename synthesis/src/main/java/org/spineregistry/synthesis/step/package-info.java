/**
 * Columns as rows of ordered steps: scores, resolution, and the latent correlation that a
 * correlation of scores stands for.
 */
package org.spineregistry.synthesis.step;
