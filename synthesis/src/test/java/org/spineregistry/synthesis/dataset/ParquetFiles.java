package org.spineregistry.synthesis.dataset;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;

/**
 * Reads Parquet with the reference implementation of the format, which shares no code with ours.
 */
final class ParquetFiles {
  private static final Hydrator<Map<String, Object>, Map<String, Object>> ROWS =
      new Hydrator<>() {
        @Override
        public Map<String, Object> start() {
          return new HashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String heading, Object value) {
          row.put(heading, value);
          return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
          return row;
        }
      };

  private ParquetFiles() {}

  /** Rows by column name; a null is null or absent. */
  static List<Map<String, Object>> rows(byte[] file) throws IOException {
    Path path = onDisk(file);
    try (Stream<Map<String, Object>> rows =
        ParquetReader.streamContent(path.toFile(), HydratorSupplier.constantly(ROWS))) {
      return rows.toList();
    } finally {
      Files.delete(path);
    }
  }

  static ParquetMetadata metadata(byte[] file) throws IOException {
    Path path = onDisk(file);
    try {
      return ParquetReader.readMetadata(path.toFile());
    } finally {
      Files.delete(path);
    }
  }

  private static Path onDisk(byte[] file) throws IOException {
    return Files.write(Files.createTempFile("table", ".parquet"), file);
  }
}
