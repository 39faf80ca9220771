package org.spineregistry.synthesis.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The cells of a CSV file (RFC 4180): where each one is, so that a reader of one column touches no
 * text of another. Immutable; the bytes handed in belong to the grid and must not be changed.
 */
public final class CsvGrid {
  private final byte[] file;
  private final int[] starts;
  private final int[] ends;
  private final int[] firstCells;
  private final int[] lines;
  private final boolean ascii;
  private final List<CsvFault> faults;

  /**
   * @param starts first byte of each cell, inside of its quotes; as complement when a doubled quote
   *     stands in the cell
   * @param ends byte after each cell
   * @param firstCells first cell of each row, and the number of all cells
   * @param lines 1-based line on which each row starts
   */
  CsvGrid(
      byte[] file,
      int[] starts,
      int[] ends,
      int[] firstCells,
      int[] lines,
      boolean ascii,
      List<CsvFault> faults) {
    this.file = file;
    this.starts = starts;
    this.ends = ends;
    this.firstCells = firstCells;
    this.lines = lines;
    this.ascii = ascii;
    this.faults = List.copyOf(faults);
  }

  /** Finds cells in the canonical form: no mark, LF after a line; a carriage return is a fault. */
  public static CsvGrid canonical(byte[] file) {
    return new CsvScanner(file, false).scan();
  }

  /** Finds cells in any form: with or without mark, lines end with CRLF, LF or CR, or are blank. */
  public static CsvGrid lenient(byte[] file) {
    return new CsvScanner(file, true).scan();
  }

  /** Number of rows, the header row included; blank lines of a lenient file are none. */
  public int rows() {
    return lines.length;
  }

  /** Number of cells of a row. */
  public int cells(int row) {
    return firstCells[row + 1] - firstCells[row];
  }

  /** All that is no CSV, in the order of the file. */
  public List<CsvFault> faults() {
    return faults;
  }

  /** The bytes of the file; read only. */
  public byte[] bytes() {
    return file;
  }

  /** First byte of a cell. */
  public int first(int row, int cell) {
    return first(firstCells[row] + cell);
  }

  /** Byte after a cell. */
  public int last(int row, int cell) {
    return ends[firstCells[row] + cell];
  }

  /** Goes from cell to cell. */
  public CsvCell cursor() {
    return new CsvCell(file, starts, ends, firstCells);
  }

  /** The text of a cell with the white space around it. */
  public String text(int row, int cell) {
    int index = firstCells[row] + cell;
    int start = first(index);
    String text = new String(file, start, ends[index] - start, StandardCharsets.UTF_8);
    return starts[index] < 0 ? text.replace("\"\"", "\"") : text;
  }

  /** The 1-based line on which a cell starts, as an editor counts them. */
  public int line(int row, int cell) {
    int line = lines[row];
    int index = firstCells[row];
    int to = first(index + cell);
    for (int at = first(index); at < to; at++) {
      line += CsvScanner.endsLine(file, at) ? 1 : 0;
    }
    return line;
  }

  /** Whether all bytes are UTF-8. */
  public boolean isUtf8() {
    return isUtf8(0, file.length);
  }

  /** Whether the bytes between two places of the file are UTF-8. */
  public boolean isUtf8(int from, int to) {
    if (ascii) {
      return true;
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file, from, to - from));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  private int first(int index) {
    return starts[index] < 0 ? ~starts[index] : starts[index];
  }

  /** Shape only: a file may hold patients. */
  @Override
  public String toString() {
    return "CsvGrid[rows=" + rows() + "]";
  }
}
