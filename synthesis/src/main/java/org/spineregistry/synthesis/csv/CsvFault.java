package org.spineregistry.synthesis.csv;

/**
 * A place where a file is no CSV.
 *
 * @param row 0-based row, the header row included
 * @param cell 0-based cell of the row
 * @param rule {@code BAD_QUOTE} or {@code CARRIAGE_RETURN}
 */
public record CsvFault(int row, int cell, String rule) {}
