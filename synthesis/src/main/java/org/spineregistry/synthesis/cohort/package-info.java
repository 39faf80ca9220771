/** Reads a cohort from anyone's CSV file, and names every cell that cannot be read. */
package org.spineregistry.synthesis.cohort;
