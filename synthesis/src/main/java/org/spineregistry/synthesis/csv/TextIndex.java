package org.spineregistry.synthesis.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the different texts among the cells of a column in the order of their first appearance. A
 * text is decoded once, however many cells hold it. Not thread-safe.
 */
public final class TextIndex {
  private final byte[] file;
  private final List<String> texts = new ArrayList<>();
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int[] slots = emptySlots(64);

  /**
   * @param file bytes that all texts are part of
   */
  public TextIndex(byte[] file) {
    this.file = file;
  }

  /**
   * The number of the text between two places of the file.
   *
   * @param start first byte
   * @param end byte after the last
   */
  public int code(int start, int end) {
    int slot = slot(start, end);
    if (slots[slot] >= 0) {
      return slots[slot];
    }
    int code = texts.size();
    if (code == starts.length) {
      starts = Arrays.copyOf(starts, 2 * code);
      ends = Arrays.copyOf(ends, 2 * code);
    }
    starts[code] = start;
    ends[code] = end;
    slots[slot] = code;
    String text = new String(file, start, end - start, StandardCharsets.UTF_8);
    // a quote stands in a cell only when it is doubled
    texts.add(text.indexOf('"') < 0 ? text : text.replace("\"\"", "\""));
    if (2 * texts.size() > slots.length) {
      grow();
    }
    return code;
  }

  /** The texts by their number. */
  public List<String> texts() {
    return texts;
  }

  private int slot(int start, int end) {
    int hash = end - start;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + file[i];
    }
    int mask = slots.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (slots[slot] >= 0 && !isText(slots[slot], start, end)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private boolean isText(int code, int start, int end) {
    int length = end - start;
    if (ends[code] - starts[code] != length) {
      return false;
    }
    int other = starts[code];
    int i = 0;
    while (i < length && file[start + i] == file[other + i]) {
      i++;
    }
    return i == length;
  }

  private void grow() {
    slots = emptySlots(2 * slots.length);
    for (int code = 0; code < texts.size(); code++) {
      slots[slot(starts[code], ends[code])] = code;
    }
  }

  private static int[] emptySlots(int size) {
    int[] slots = new int[size];
    Arrays.fill(slots, -1);
    return slots;
  }
}
