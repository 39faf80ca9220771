/** Decides what a submission means for a case that may already have a history. */
package org.spineregistry.ingestor.revision;
