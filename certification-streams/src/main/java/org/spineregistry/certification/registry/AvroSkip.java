package org.spineregistry.certification.registry;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;

/** Steps over a value in Avro's binary form without making an object of it. */
final class AvroSkip {
  private AvroSkip() {}

  static void value(Schema schema, Decoder in) throws IOException {
    switch (schema.getType()) {
      case NULL -> in.readNull();
      case BOOLEAN -> in.readBoolean();
      case INT -> in.readInt();
      case ENUM -> in.readEnum();
      case LONG -> in.readLong();
      case FLOAT -> in.readFloat();
      case DOUBLE -> in.readDouble();
      case STRING -> in.skipString();
      case BYTES -> in.skipBytes();
      case FIXED -> in.skipFixed(schema.getFixedSize());
      case UNION -> value(schema.getTypes().get(in.readIndex()), in);
      case RECORD -> fields(schema, in);
      case ARRAY -> items(schema.getElementType(), in);
      case MAP -> entries(schema.getValueType(), in);
    }
  }

  private static void fields(Schema record, Decoder in) throws IOException {
    for (Schema.Field field : record.getFields()) {
      value(field.schema(), in);
    }
  }

  private static void items(Schema element, Decoder in) throws IOException {
    for (long left = in.skipArray(); left != 0; left = in.skipArray()) {
      for (long i = 0; i < left; i++) {
        value(element, in);
      }
    }
  }

  private static void entries(Schema values, Decoder in) throws IOException {
    for (long left = in.skipMap(); left != 0; left = in.skipMap()) {
      for (long i = 0; i < left; i++) {
        in.skipString();
        value(values, in);
      }
    }
  }
}
