package org.spineregistry.synthesis.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Util;

/**
 * Writes the pages of one column: a dictionary of the distinct values and one data page of
 * positions in it. Nothing is compressed, since the bytes of a compressor depend on its version;
 * the dictionary saves more. A boolean has packed bits and no dictionary.
 */
final class ParquetChunk {
  private final ParquetColumn column;
  private final ByteArrayOutputStream out;
  private final long start;

  private ParquetChunk(ParquetColumn column, ByteArrayOutputStream out) {
    this.column = column;
    this.out = out;
    this.start = out.size();
  }

  /** Appends the pages of a column to a file and describes them. */
  static ColumnChunk write(ParquetColumn column, ByteArrayOutputStream out) throws IOException {
    ParquetChunk chunk = new ParquetChunk(column, out);
    long dictionary = column.isBoolean() ? -1 : chunk.dictionaryPage();
    long data = out.size();
    chunk.dataPage();
    return chunk.described(dictionary, data);
  }

  private long dictionaryPage() throws IOException {
    PageHeader header = header(PageType.DICTIONARY_PAGE, column.plain());
    header.setDictionary_page_header(new DictionaryPageHeader(column.distinct(), Encoding.PLAIN));
    Util.writePageHeader(header, out);
    out.writeBytes(column.plain());
    return start;
  }

  private void dataPage() throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    byte[] levels = RunLengthEncoding.encode(column.present(), 1);
    RunLengthEncoding.littleEndian(page, levels.length, Integer.BYTES);
    page.writeBytes(levels);
    if (column.isBoolean()) {
      RunLengthEncoding.pack(page, column.codes(), 0, column.codes().length, 1);
    } else {
      int width = Math.max(1, RunLengthEncoding.width(Math.max(0, column.distinct() - 1)));
      page.write(width);
      page.writeBytes(RunLengthEncoding.encode(column.codes(), width));
    }
    PageHeader header = header(PageType.DATA_PAGE, page.toByteArray());
    header.setData_page_header(
        new DataPageHeader(column.present().length, encoding(), Encoding.RLE, Encoding.RLE));
    Util.writePageHeader(header, out);
    page.writeTo(out);
  }

  private ColumnChunk described(long dictionary, long data) {
    List<Encoding> encodings =
        column.isBoolean()
            ? List.of(Encoding.PLAIN, Encoding.RLE)
            : List.of(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY);
    long bytes = out.size() - start;
    ColumnMetaData metadata =
        new ColumnMetaData(
            column.element().getType(),
            encodings,
            List.of(column.element().getName()),
            CompressionCodec.UNCOMPRESSED,
            column.present().length,
            bytes,
            bytes,
            data);
    if (dictionary >= 0) {
      metadata.setDictionary_page_offset(dictionary);
    }
    metadata.setStatistics(new Statistics().setNull_count(column.missing()));
    return new ColumnChunk(0).setMeta_data(metadata);
  }

  private Encoding encoding() {
    return column.isBoolean() ? Encoding.PLAIN : Encoding.RLE_DICTIONARY;
  }

  private static PageHeader header(PageType type, byte[] page) {
    return new PageHeader(type, page.length, page.length);
  }
}
