package org.spineregistry.synthesis.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/**
 * Rows of a table that break a rule of the schema or hold a derived value that does not follow.
 *
 * @param rows number of such rows
 * @param byRule rule code, or {@code DERIVED} and a column, to the rows that break it
 */
public record RuleBreaks(int rows, Map<String, Integer> byRule) {
  public RuleBreaks {
    byRule = Map.copyOf(byRule);
  }

  /** Checks every row. */
  public static RuleBreaks of(Table table, Contract contract) {
    RowReader reader = new RowReader(table);
    Row row = reader.row();
    Map<String, Integer> byRule = new TreeMap<>();
    int broken = 0;
    for (int r = 0; r < table.rows(); r++) {
      if (r % 1024 == 0) {
        Workers.checkpoint();
      }
      reader.read(r);
      List<String> codes = codes(table, contract, row);
      codes.forEach(code -> byRule.merge(code, 1, Integer::sum));
      broken += codes.isEmpty() ? 0 : 1;
    }
    return new RuleBreaks(broken, byRule);
  }

  private static List<String> codes(Table table, Contract contract, Row row) {
    List<String> codes = new ArrayList<>();
    for (int rule : contract.rules().broken(row)) {
      codes.add(contract.rules().codes().get(rule));
    }
    for (String name : contract.derived().names()) {
      if (!follows(row, table.indexOf(name), name, contract)) {
        codes.add("DERIVED " + name);
      }
    }
    return codes.stream().distinct().toList();
  }

  /** A missing value breaks nothing: it may be unknown for reasons of its own. */
  private static boolean follows(Row row, int column, String name, Contract contract) {
    Object value = row.value(column);
    try {
      return value == null || Objects.equals(value, contract.derived().compute(name, row));
    } catch (IllegalArgumentException notComputable) {
      return false;
    }
  }
}
