package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

/**
 * Gives roles to variables. With a target every other column is known before it and predicts it,
 * unless it is named as later, is of the same visit by its name, or belongs to the target's own
 * time.
 */
final class RoleGuess {
  private final InferenceOptions options;
  private final Set<String> late = new HashSet<>();

  RoleGuess(InferenceOptions options) {
    this.options = options;
    late.addAll(options.afterOutcome());
    for (TimeToEvent pair : options.timeToEvent()) {
      boolean ofTarget =
          options
              .target()
              .filter(t -> t.equals(pair.time()) || t.equals(pair.status()))
              .isPresent();
      if (ofTarget) {
        late.addAll(List.of(pair.time(), pair.status()));
      }
    }
  }

  InferredColumn withRoles(InferredColumn inferred) {
    if (inferred.column() == null) {
      return inferred;
    }
    List<String> notes = new ArrayList<>(inferred.notes());
    Column column = inferred.column();
    column = options.target().isPresent() ? withTime(column, notes) : column;
    column = withAttackRoles(column, notes);
    return new InferredColumn(
        inferred.name(), inferred.finding(), column, inferred.rounded(), inferred.missing(), notes);
  }

  private Column withTime(Column column, List<String> notes) {
    if (column.name().equals(options.target().orElseThrow())) {
      notes.add("The primary outcome.");
      return column.with(ColumnRole.PRIMARY_OUTCOME).with(ColumnRole.AFTER_TREATMENT);
    }
    if (late.contains(column.name()) || isOfSameTime(column)) {
      notes.add("Recorded with or after the outcome.");
      return column.with(ColumnRole.AFTER_OUTCOME).with(ColumnRole.AFTER_TREATMENT);
    }
    notes.add("Check that it is known before the outcome, which is predicted from it.");
    return column.with(ColumnRole.PREDICTOR).with(ColumnRole.BEFORE_TREATMENT);
  }

  /** Another measurement of the visit that gave the outcome. */
  private boolean isOfSameTime(Column column) {
    String time = new NameWords(options.target().orElseThrow()).time();
    return !time.isEmpty() && new NameWords(column.name()).time().equals(time);
  }

  private Column withAttackRoles(Column column, List<String> notes) {
    Column more = column;
    NameWords name = new NameWords(column.name());
    if (options.quasiIdentifiers().contains(column.name()) || name.suggestQuasiIdentifier()) {
      notes.add("May be known outside (quasi-identifier).");
      more = more.with(ColumnRole.QUASI_IDENTIFIER);
      boolean group = !column.isNumber() || name.suggestAge();
      more = group ? more.with(ColumnRole.SUBGROUP) : more;
    }
    if (options.secrets().contains(column.name()) || name.suggestSecret()) {
      notes.add("Must not be inferred by an attacker (secret).");
      more = more.with(ColumnRole.SECRET);
    }
    return more;
  }
}
