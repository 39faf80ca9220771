package org.spineregistry.anchor.payout;

import java.util.HexFormat;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.test.TestRecord;

/** Records as text that differs when a single byte differs. */
final class Bytes {
  private Bytes() {}

  static String text(TestRecord<byte[], byte[]> record) {
    HexFormat hex = HexFormat.of();
    StringBuilder text =
        new StringBuilder(hex.formatHex(record.key()))
            .append(' ')
            .append(hex.formatHex(record.value()))
            .append(' ')
            .append(record.timestamp());
    for (Header header : record.headers()) {
      text.append(' ').append(header.key()).append('=').append(hex.formatHex(header.value()));
    }
    return text.toString();
  }
}
