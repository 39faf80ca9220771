package org.spineregistry.schemas.dictionary;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One field of the case header.
 *
 * @param kind TEXT, INTEGER or CHOICE
 * @param symbols the closed list of a CHOICE, without the reserved default; else empty
 * @param nullable whether the field may be absent
 * @param pattern what a TEXT must match as a whole; intake checks it
 * @param min smallest INTEGER; intake checks it
 * @param absentCode what the absence of a field that is not nullable is called
 */
public record HeaderField(
    String name,
    Kind kind,
    List<String> symbols,
    boolean nullable,
    Optional<Pattern> pattern,
    OptionalInt min,
    String absentCode,
    Set<Role> roles,
    String doc) {

  public HeaderField {
    symbols = List.copyOf(symbols);
    roles = Set.copyOf(roles);
  }

  /** Path of the field in a finding. */
  public String path() {
    return "header." + name;
  }
}
