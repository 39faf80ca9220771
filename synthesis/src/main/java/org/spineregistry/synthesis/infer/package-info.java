/**
 * Proposes a schema for a CSV file that has none: what each column is, which columns must not be
 * synthesised, roles. A proposal, to be read by somebody who knows the data.
 */
package org.spineregistry.synthesis.infer;
