package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * Consecutive rows of one file.
 *
 * @param rows how many
 * @param csv of them, behind the header row in the first part of a file
 * @param counts see {@link org.spineregistry.synthesis.fidelity.StepCounts#count}
 * @param ratios of each row, see {@link GenerateFigures#ratios}
 */
record GeneratedPart(int rows, byte[] csv, int[][] counts, double[] ratios) {
  static GeneratedPart of(Table table, boolean isFirst, GenerateFigures figures) {
    byte[] csv = isFirst ? CsvWriter.write(table) : CsvWriter.writeRows(table);
    return new GeneratedPart(table.rows(), csv, figures.counts(table), figures.ratios(table));
  }
}
