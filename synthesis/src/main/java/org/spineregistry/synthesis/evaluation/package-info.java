/**
 * Evaluation of data that somebody else generated: the gates that need no model, held against
 * patients whom the generator never saw.
 */
package org.spineregistry.synthesis.evaluation;
