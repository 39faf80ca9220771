package org.spineregistry.synthesis.cohort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.csv.TextIndex;
import org.spineregistry.synthesis.table.ColumnValues;

/** Reads a category column. What a text means is worked out once, at its first cell. */
final class CategoryReader implements CellReader {
  private final SourceColumn source;
  private final CsvGrid grid;
  private final TextIndex texts;
  private final List<Level> levels = new ArrayList<>();
  private final int[] codes;

  CategoryReader(SourceColumn source, CsvGrid grid) {
    this.source = source;
    this.grid = grid;
    this.texts = new TextIndex(grid.bytes());
    this.codes = new int[grid.rows() - 1];
    Arrays.fill(codes, -1);
  }

  @Override
  public String read(int row, int start, int end) {
    int code = texts.code(start, end);
    if (code == levels.size()) {
      levels.add(
          grid.isUtf8(start, end)
              ? source.levels().level(texts.texts().get(code))
              : Level.broken("NOT_UTF8"));
    }
    codes[row] = code;
    return levels.get(code).rule();
  }

  @Override
  public boolean isRequired() {
    return source.required();
  }

  ColumnValues values() {
    Set<String> found = new HashSet<>();
    levels.forEach(level -> found.add(level.level()));
    found.remove(null);
    List<String> ofTable = source.column().levelsOf(found);
    Map<String, Integer> places = new HashMap<>();
    ofTable.forEach(level -> places.put(level, places.size()));
    int[] ofText = new int[levels.size()];
    for (int text = 0; text < ofText.length; text++) {
      ofText[text] = places.getOrDefault(levels.get(text).level(), -1);
    }
    int[] values = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      values[row] = codes[row] < 0 ? -1 : ofText[codes[row]];
    }
    return ColumnValues.codes(values, ofTable);
  }
}
