/** CSV at the level of bytes: where the cells of a file are, and what a cell says. */
package org.spineregistry.synthesis.csv;
