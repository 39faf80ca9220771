package org.spineregistry.synthesis.infer;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.LevelText;
import org.spineregistry.synthesis.cohort.SiteColumn;
import org.spineregistry.synthesis.cohort.SourceColumn;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Column;

/**
 * A proposed schema.
 *
 * @param all every column of the file, in its order
 * @param missing texts of the file that mean no value
 * @param contract bands and times to event; no rules and no derived columns
 */
public record Inferred(List<InferredColumn> all, Set<String> missing, Contract contract) {
  public Inferred {
    all = List.copyOf(all);
    missing = Set.copyOf(missing);
  }

  /** The columns of the table, in the order of the file. */
  public List<Column> columns() {
    return variables().stream().map(InferredColumn::column).toList();
  }

  /** The columns of the file that become columns of the table. */
  public List<InferredColumn> variables() {
    return all.stream().filter(column -> column.finding().isVariable()).toList();
  }

  /** The columns of the file that do not. */
  public List<InferredColumn> refused() {
    return all.stream().filter(column -> !column.finding().isVariable()).toList();
  }

  /** The column with the ids of the patients. */
  public Optional<String> caseId() {
    return first(Finding.CASE_ID);
  }

  /** The column with the hospitals. */
  public Optional<String> site() {
    return first(Finding.SITE);
  }

  private Optional<String> first(Finding finding) {
    return all.stream()
        .filter(column -> column.finding() == finding)
        .map(InferredColumn::name)
        .findFirst();
  }

  /** How to read the file. */
  public CohortLayout layout() {
    Set<String> others = new HashSet<>();
    refused().forEach(column -> others.add(column.name()));
    return new CohortLayout(
        variables().stream().map(Inferred::source).toList(),
        missing,
        others,
        caseId().stream().toList(),
        site().stream().map(name -> new SiteColumn(name, Map.of())).toList());
  }

  private static SourceColumn source(InferredColumn inferred) {
    Column column = inferred.column();
    LevelText levels = null;
    if (!column.isNumber()) {
      boolean bool = column.levels().equals(List.of("false", "true"));
      levels = bool ? LevelText.bool() : LevelText.plain(column.levels());
    }
    return new SourceColumn(column, inferred.name(), levels, inferred.rounded(), false);
  }
}
