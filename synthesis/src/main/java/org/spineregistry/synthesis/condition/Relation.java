package org.spineregistry.synthesis.condition;

/** How a cell stands to the value of a condition; the longer signs first. */
enum Relation {
  AT_LEAST(">="),
  AT_MOST("<="),
  NOT("!="),
  EQUAL("="),
  ABOVE(">"),
  BELOW("<");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  /** As users write it. */
  String sign() {
    return sign;
  }

  /** The relation whose sign stands at a position, null for none. */
  static Relation at(String text, int position) {
    for (Relation relation : values()) {
      if (text.startsWith(relation.sign, position)) {
        return relation;
      }
    }
    return null;
  }
}
