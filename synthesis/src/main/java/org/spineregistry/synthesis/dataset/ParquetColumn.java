package org.spineregistry.synthesis.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * A column in the terms of Parquet: which rows have a value, the distinct values, and which of them
 * each row has.
 *
 * @param element of the schema; every column is optional
 * @param present 1 for a row with a value, 0 for a missing one
 * @param codes position in the distinct values, for the rows with a value
 * @param distinct number of distinct values
 * @param plain the distinct values in plain encoding; for a boolean not used
 */
record ParquetColumn(
    SchemaElement element, int[] present, int[] codes, int distinct, byte[] plain) {
  private static final List<String> BOOLEAN = List.of("false", "true");

  static ParquetColumn of(Table table, int column) {
    Column described = table.columns().get(column);
    SchemaElement element = new SchemaElement(described.name());
    element.setRepetition_type(FieldRepetitionType.OPTIONAL);
    return described.isNumber()
        ? numbers(element, table.numbers(column), described.decimals() == 0)
        : levels(element, table.codes(column), table.levels(column));
  }

  boolean isBoolean() {
    return element.getType() == Type.BOOLEAN;
  }

  /** Rows without a value. */
  int missing() {
    return present.length - codes.length;
  }

  private static ParquetColumn numbers(SchemaElement element, double[] values, boolean whole) {
    element.setType(whole ? Type.INT64 : Type.DOUBLE);
    double[] observed = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
    double[] distinct = Arrays.stream(observed).sorted().distinct().toArray();
    int[] codes = Arrays.stream(observed).mapToInt(v -> Arrays.binarySearch(distinct, v)).toArray();
    ByteArrayOutputStream plain = new ByteArrayOutputStream(Long.BYTES * distinct.length);
    for (double value : distinct) {
      long bits = whole ? (long) value : Double.doubleToLongBits(value);
      RunLengthEncoding.littleEndian(plain, bits, Long.BYTES);
    }
    int[] present = Arrays.stream(values).mapToInt(v -> Double.isNaN(v) ? 0 : 1).toArray();
    return new ParquetColumn(element, present, codes, distinct.length, plain.toByteArray());
  }

  private static ParquetColumn levels(SchemaElement element, int[] values, List<String> levels) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    int[] observed = Arrays.stream(values).filter(code -> code >= 0).toArray();
    // the dictionary page names no level that no row has: it may be that of a single patient
    int[] used = Arrays.stream(observed).distinct().sorted().toArray();
    if (levels.equals(BOOLEAN)) {
      element.setType(Type.BOOLEAN);
    } else {
      element.setType(Type.BYTE_ARRAY);
      element.setConverted_type(ConvertedType.UTF8);
      element.setLogicalType(LogicalType.STRING(new StringType()));
      for (int code : used) {
        byte[] text = levels.get(code).getBytes(StandardCharsets.UTF_8);
        RunLengthEncoding.littleEndian(plain, text.length, Integer.BYTES);
        plain.writeBytes(text);
      }
    }
    int[] present = Arrays.stream(values).map(code -> code < 0 ? 0 : 1).toArray();
    boolean bool = levels.equals(BOOLEAN);
    int[] codes =
        bool
            ? observed
            : Arrays.stream(observed).map(code -> Arrays.binarySearch(used, code)).toArray();
    int size = bool ? levels.size() : used.length;
    return new ParquetColumn(element, present, codes, size, plain.toByteArray());
  }
}
