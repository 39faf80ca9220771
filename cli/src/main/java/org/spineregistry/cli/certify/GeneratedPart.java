package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * Consecutive rows of one file.
 *
 * @param table of them
 * @param csv of them, behind the header row in the first part of a file
 * @param ratios of each row, see {@link GenerateFigures#ratios}
 */
record GeneratedPart(Table table, byte[] csv, double[] ratios) {
  static GeneratedPart of(Table table, boolean isFirst, GenerateFigures figures) {
    byte[] csv = isFirst ? CsvWriter.write(table) : CsvWriter.writeRows(table);
    return new GeneratedPart(table, csv, figures.ratios(table));
  }
}
