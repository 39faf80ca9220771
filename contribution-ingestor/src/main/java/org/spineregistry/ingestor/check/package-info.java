/**
 * The checks of intake, in the order of the stages: transport, shape, identifiers, dates, age, ids,
 * header, ranges, rules. Every check that can run does run, so that an answer lists all reasons at
 * once; a check that cannot run refuses the case.
 */
package org.spineregistry.ingestor.check;
