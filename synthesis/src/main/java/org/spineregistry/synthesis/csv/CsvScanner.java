package org.spineregistry.synthesis.csv;

import java.util.ArrayList;
import java.util.List;

/** One pass over the bytes of a CSV file that finds its cells. */
final class CsvScanner {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] file;
  private final boolean lenient;
  private final IntList starts;
  private final IntList ends;
  private final IntList firstCells = new IntList(1024);
  private final IntList lines = new IntList(1024);
  private final List<CsvFault> faults = new ArrayList<>();
  private int at;
  private int line = 1;
  private int allBytes;

  CsvScanner(byte[] file, boolean lenient) {
    this.file = file;
    this.lenient = lenient;
    this.starts = new IntList(file.length / 5);
    this.ends = new IntList(file.length / 5);
  }

  CsvGrid scan() {
    if (lenient && hasMark()) {
      at = MARK.length;
    }
    while (at < file.length) {
      row();
    }
    firstCells.add(starts.size());
    return new CsvGrid(
        file,
        starts.toArray(),
        ends.toArray(),
        firstCells.toArray(),
        lines.toArray(),
        allBytes >= 0,
        faults);
  }

  /** Whether the byte is the last of a line end: LF, or a CR that no LF follows. */
  static boolean endsLine(byte[] file, int at) {
    return file[at] == '\n' || file[at] == '\r' && (at + 1 == file.length || file[at + 1] != '\n');
  }

  private boolean hasMark() {
    return file.length >= MARK.length
        && file[0] == MARK[0]
        && file[1] == MARK[1]
        && file[2] == MARK[2];
  }

  private void row() {
    int first = starts.size();
    int rowStart = at;
    firstCells.add(first);
    lines.add(line);
    boolean more = true;
    while (more) {
      if (at < file.length && file[at] == '"') {
        quoted();
      } else {
        plain();
      }
      more = at < file.length && file[at] == ',';
      at += more ? 1 : 0;
    }
    boolean blank = at == rowStart;
    lineEnd();
    if (lenient && blank) {
      starts.removeLast();
      ends.removeLast();
      firstCells.removeLast();
      lines.removeLast();
    }
  }

  private void lineEnd() {
    while (at < file.length) {
      boolean last = endsLine(file, at++);
      if (last) {
        line++;
        return;
      }
    }
  }

  private void plain() {
    starts.add(at);
    skipToSeparator("BAD_QUOTE");
    ends.add(at);
  }

  /**
   * Goes on to the next comma or line end.
   *
   * @param quoteRule the fault that a quote on the way is
   */
  private void skipToSeparator(String quoteRule) {
    int bits = 0;
    int i = at;
    for (; i < file.length; i++) {
      byte b = file[i];
      bits |= b;
      if (b > ',' || b < 0) {
        continue; // nearly always, as digits and letters stand behind the separators
      }
      if (b == ',' || b == '\n' || lenient && b == '\r') {
        break;
      }
      if (b == '"') {
        fault(quoteRule);
      } else if (b == '\r') {
        fault("CARRIAGE_RETURN");
      }
    }
    allBytes |= bits;
    at = i;
  }

  private void quoted() {
    int start = ++at;
    boolean doubled = false;
    starts.add(start);
    while (at < file.length) {
      byte b = file[at];
      allBytes |= b;
      if (b == '"') {
        if (at + 1 == file.length || file[at + 1] != '"') {
          break;
        }
        doubled = true;
        at++;
      } else if (endsLine(file, at)) {
        line++;
      }
      at++;
    }
    close(start, doubled);
  }

  private void close(int start, boolean doubled) {
    ends.add(at);
    if (doubled) {
      starts.removeLast();
      starts.add(~start);
    }
    if (at == file.length) {
      fault("BAD_QUOTE");
      return;
    }
    int closed = ++at;
    skipToSeparator("BAD_QUOTE");
    if (at > closed) {
      fault("BAD_QUOTE");
    }
  }

  /** One fault a cell is enough. */
  private void fault(String rule) {
    int row = lines.size() - 1;
    int cell = starts.size() - 1 - firstCells.get(row);
    CsvFault fault = new CsvFault(row, cell, rule);
    if (faults.isEmpty() || !isAt(faults.get(faults.size() - 1), row, cell)) {
      faults.add(fault);
    }
  }

  private static boolean isAt(CsvFault fault, int row, int cell) {
    return fault.row() == row && fault.cell() == cell;
  }
}
