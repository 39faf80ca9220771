package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

/**
 * Proposes a schema from a CSV file alone. What may identify is refused rather than guessed: texts
 * and numbers that differ in every row, columns that by name or values identify a person, dates,
 * free text.
 */
public final class SchemaInference {
  private final InferenceOptions options;

  private SchemaInference(InferenceOptions options) {
    this.options = options;
  }

  /**
   * Looks at every cell of a file.
   *
   * @param file in the forms that {@code cohort.CsvCohort} reads
   * @throws CsvProblemsException if the file is no table, has no header row ({@code NO_HEADER}), or
   *     two columns have the same name
   * @throws IllegalArgumentException if an option names a column that the file does not have, or
   *     one that cannot have the role; if a column of ids shows that patients have several rows
   */
  public static Inferred infer(byte[] file, InferenceOptions options) {
    return new SchemaInference(options).infer(FileTexts.of(file));
  }

  private Inferred infer(List<ColumnTexts> file) {
    requireColumns(file);
    ColumnGuess guess = new ColumnGuess(options);
    RoleGuess roles = new RoleGuess(options);
    List<InferredColumn> all = new ArrayList<>();
    CaseIds ids = new CaseIds(options);
    for (ColumnTexts texts : file) {
      all.add(ids.decide(texts, roles.withRoles(guess.column(texts))));
    }
    requireRoles(all);
    return new Inferred(all, missing(file), contract(all));
  }

  private static Set<String> missing(List<ColumnTexts> file) {
    Set<String> missing = new HashSet<>();
    file.forEach(texts -> missing.addAll(texts.missingTexts()));
    return missing;
  }

  private void requireColumns(List<ColumnTexts> file) {
    Set<String> names = new HashSet<>();
    file.forEach(texts -> names.add(texts.name()));
    Set<String> named = new HashSet<>();
    options.target().ifPresent(named::add);
    options.caseId().ifPresent(named::add);
    options.site().ifPresent(named::add);
    named.addAll(options.afterOutcome());
    named.addAll(options.quasiIdentifiers());
    named.addAll(options.secrets());
    named.addAll(options.keep());
    named.addAll(options.leaveOut());
    for (TimeToEvent pair : options.timeToEvent()) {
      named.addAll(List.of(pair.time(), pair.status()));
    }
    named.removeAll(names);
    if (!named.isEmpty()) {
      throw new IllegalArgumentException(
          "The file has no column " + String.join(", ", named.stream().sorted().toList()));
    }
  }

  private void requireRoles(List<InferredColumn> all) {
    Map<String, InferredColumn> byName = new HashMap<>();
    all.forEach(column -> byName.put(column.name(), column));
    options.target().ifPresent(target -> requireOutcome(byName.get(target)));
    for (TimeToEvent pair : options.timeToEvent()) {
      requireVariable(byName.get(pair.status()));
      requireVariable(byName.get(pair.time()));
      Column time = byName.get(pair.time()).column();
      if (!time.isNumber() || time.minimum() < 0) {
        throw new IllegalArgumentException(pair.time() + ": is no time that is never negative");
      }
    }
  }

  private static void requireOutcome(InferredColumn target) {
    requireVariable(target);
    Column column = target.column();
    boolean varies =
        column.isNumber() ? !column.minimum().equals(column.maximum()) : column.levels().size() > 1;
    if (!varies) {
      throw new IllegalArgumentException(
          target.name() + ": is the same in every row, so that nothing can be predicted");
    }
  }

  private static void requireVariable(InferredColumn column) {
    if (!column.finding().isVariable()) {
      throw new IllegalArgumentException(
          column.name() + ": is no variable. " + column.notes().get(0));
    }
  }

  private Contract contract(List<InferredColumn> all) {
    Map<String, List<Double>> cuts = new HashMap<>();
    for (InferredColumn inferred : all) {
      Column column = inferred.column();
      if (column != null && column.isNumber() && column.is(ColumnRole.QUASI_IDENTIFIER)) {
        cuts.put(column.name(), Cuts.of(column));
      }
    }
    return new Contract(
        RowRules.none(), DerivedColumns.none(), options.timeToEvent(), List.of(), cuts);
  }
}
