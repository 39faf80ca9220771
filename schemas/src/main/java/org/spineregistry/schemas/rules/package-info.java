/**
 * The checks of a case after its shape: ranges, derived values and the CEL rules of its schema.
 *
 * <p>Fail closed: a rule that cannot be evaluated refuses the case.
 */
package org.spineregistry.schemas.rules;
