package org.spineregistry.synthesis.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/**
 * A population that is known exactly: twelve normals with one common factor (correlation 0.4),
 * eight shown as numbers with one decimal, four as levels; the last two numbers are missing
 * together in a fifth of the rows. Nobody's rows depend on anybody else's.
 */
final class KnownGenerator {
  private static final int NUMBERS = 8;
  private static final int CATEGORIES = 4;
  private static final double FACTOR = Math.sqrt(0.4);
  private static final double OWN = Math.sqrt(0.6);

  private KnownGenerator() {}

  static Table rows(int rows, RandomStream stream) {
    TableBuilder builder = new TableBuilder(columns());
    for (int row = 0; row < rows; row++) {
      builder.add(row(row, stream));
    }
    return builder.build();
  }

  private static List<Object> row(int row, RandomStream stream) {
    double factor = stream.normal(row, 0, 0);
    boolean missing = stream.uniform(row, 0, 1) < 0.2;
    List<Object> cells = new ArrayList<>();
    for (int c = 0; c < NUMBERS + CATEGORIES; c++) {
      double latent = FACTOR * factor + OWN * stream.normal(row, 0, 2 + c);
      if (c >= NUMBERS) {
        cells.add(latent < -0.5 ? "low" : latent < 1 ? "middle" : "high");
      } else {
        cells.add(missing && c >= NUMBERS - 2 ? null : Math.rint(latent * 10) / 10);
      }
    }
    return cells;
  }

  private static List<Column> columns() {
    return IntStream.range(0, NUMBERS + CATEGORIES)
        .mapToObj(
            c ->
                c < NUMBERS
                    ? Column.number("number" + c, 1)
                    : Column.category("level" + c, List.of("low", "middle", "high")).inOrder())
        .toList();
  }

  /** Positions of the first half of the columns, and of the second. */
  static int[] half(int which) {
    return IntStream.range(0, NUMBERS + CATEGORIES).filter(c -> c % 2 == which).toArray();
  }
}
