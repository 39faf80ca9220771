package org.spineregistry.schemas.dictionary;

import java.util.Optional;

/**
 * How a variable follows from others. A synthesizer computes it, it never models it.
 *
 * @param expression CEL, of the variable's type
 * @param when CEL, boolean: where it is false the variable has no value; absent means always
 * @param code what a wrong value is called; the code of a rule of the schema, or a generic one
 */
public record Derivation(String expression, Optional<String> when, String code) {}
