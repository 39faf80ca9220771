package org.spineregistry.synthesis.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.spineregistry.synthesis.table.Table;

/**
 * Writes a table as Parquet (version 1 data pages): numbers without decimals as INT64, others as
 * DOUBLE, a category with the levels {@code false} and {@code true} as BOOLEAN, every other as
 * STRING. A missing value is null. The same table always gives the same bytes: there is no time and
 * no compression in them.
 */
public final class ParquetWriter {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final String CREATED_BY = "spine-synthesis version 1 (build 0)";

  private ParquetWriter() {}

  /** The table as a file of one row group. */
  public static byte[] write(Table table) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream(1024 + 2 * table.rows());
      out.writeBytes(MAGIC);
      List<SchemaElement> schema = new ArrayList<>();
      schema.add(new SchemaElement("schema").setNum_children(table.columns().size()));
      List<ColumnChunk> chunks = new ArrayList<>();
      for (int c = 0; c < table.columns().size(); c++) {
        ParquetColumn column = ParquetColumn.of(table, c);
        schema.add(column.element());
        chunks.add(ParquetChunk.write(column, out));
      }
      footer(table.rows(), schema, chunks, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail to be written", e);
    }
  }

  private static void footer(
      int rows, List<SchemaElement> schema, List<ColumnChunk> chunks, ByteArrayOutputStream out)
      throws IOException {
    long bytes = out.size() - MAGIC.length;
    List<RowGroup> groups = rows == 0 ? List.of() : List.of(new RowGroup(chunks, bytes, rows));
    FileMetaData metadata = new FileMetaData(1, schema, rows, groups);
    metadata.setCreated_by(CREATED_BY);
    int start = out.size();
    Util.writeFileMetaData(metadata, out);
    RunLengthEncoding.littleEndian(out, out.size() - start, Integer.BYTES);
    out.writeBytes(MAGIC);
  }
}
