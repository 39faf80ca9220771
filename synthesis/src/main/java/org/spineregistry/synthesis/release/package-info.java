/** The files that a run leaves: datasets, their description, and the report. */
package org.spineregistry.synthesis.release;
