package org.spineregistry.synthesis.csv;

/**
 * The text of one cell after the other, white space around it left out. Not thread-safe.
 *
 * <p>A column is read cell by cell, so that the place of each is worked out once.
 */
public final class CsvCell {
  private final byte[] file;
  private final int[] starts;
  private final int[] ends;
  private final int[] firstCells;
  private int start;
  private int end;

  /** Shares the arrays of a grid, see there. */
  CsvCell(byte[] file, int[] starts, int[] ends, int[] firstCells) {
    this.file = file;
    this.starts = starts;
    this.ends = ends;
    this.firstCells = firstCells;
  }

  /** Goes to a cell. */
  public void to(int row, int cell) {
    int index = firstCells[row] + cell;
    int first = starts[index] < 0 ? ~starts[index] : starts[index];
    int last = ends[index];
    while (first < last && isBlank(file[first])) {
      first++;
    }
    while (first < last && isBlank(file[last - 1])) {
      last--;
    }
    start = first;
    end = last;
  }

  /** First byte of the text. */
  public int start() {
    return start;
  }

  /** Byte after the text. */
  public int end() {
    return end;
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }
}
