package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The closed list of an Avro enum, without its reserved default.
 *
 * <p>An enum can get another symbol under FULL_TRANSITIVE compatibility only if its first release
 * had a default, which older readers see in place of the new symbol. No clinical symbol can be that
 * default: "CURRENT" would silently turn into "NEVER". So every enum ends in one that is never a
 * value and that every check refuses.
 */
final class EnumSymbols {

  /** Never a value: what an older reader sees in place of a symbol that it does not know. */
  static final String RESERVED = "UNRECOGNISED";

  private EnumSymbols() {}

  static List<String> of(Schema enumSchema, String place, List<String> problems) {
    List<String> symbols = new ArrayList<>(enumSchema.getEnumSymbols());
    if (!RESERVED.equals(enumSchema.getEnumDefault())) {
      problems.add(
          place
              + ": enum "
              + enumSchema.getName()
              + " needs the symbol and default "
              + RESERVED
              + ", or it can never get another symbol");
    }
    symbols.remove(RESERVED);
    if (symbols.isEmpty()) {
      problems.add(place + ": enum " + enumSchema.getName() + " has no symbol");
    }
    return symbols;
  }
}
