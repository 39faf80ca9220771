/**
 * What goes with the datasets of a release: the same rows as Parquet, a data dictionary, and
 * Croissant metadata.
 */
package org.spineregistry.synthesis.dataset;
