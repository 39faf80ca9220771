package org.spineregistry.schemas.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One variable of a campaign, as its schema describes it.
 *
 * @param name field name in the record, column name in a dataset
 * @param position place among the variables, from 0
 * @param symbols the closed list of a CHOICE or CHOICES, without the reserved default; else empty
 * @param ordered whether the symbols of a CHOICE stand in a clinical order
 * @param range bounds of an INTEGER or NUMBER; every number has them
 * @param decimals decimals of a NUMBER; 0 for all others
 * @param cuts lower ends of the bands of a coarsened INTEGER or NUMBER but the first, rising; else
 *     empty. A value falls in the band with as many cuts at or below it
 * @param required whether a null is refused
 * @param window follow-up window, such as {@code 12m}
 * @param labels symbol (or {@code true}, {@code false}) to the text that source files use
 * @param constant the only value, where the campaign has only one (Long, Double, Boolean or symbol)
 * @param missingExpected share of nulls to expect when a value is due, 0 to 1
 */
public record Variable(
    String name,
    int position,
    Kind kind,
    List<String> symbols,
    boolean ordered,
    Optional<String> unit,
    Optional<Range> range,
    int decimals,
    List<Double> cuts,
    boolean required,
    Set<Role> roles,
    Optional<String> window,
    Domain domain,
    Map<String, String> labels,
    Optional<Object> constant,
    Optional<Derivation> derivation,
    double missingExpected,
    String doc) {

  public Variable {
    symbols = List.copyOf(symbols);
    cuts = List.copyOf(cuts);
    // both keep an order that is the same in every run
    roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  public boolean isDerived() {
    return derivation.isPresent();
  }

  /** Whether the value is a number, INTEGER or NUMBER. */
  public boolean isNumeric() {
    return range.isPresent();
  }
}
