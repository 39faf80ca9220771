package org.spineregistry.example.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentListTest {
  @TempDir Path folder;

  @Test
  void aLineThatACrashHasCutOffWasNotPaid() throws IOException {
    Path file = folder.resolve("payments.csv");
    Files.writeString(file, "one,contributor-a,10,SPINE\ntwo,contributor-a,1");

    try (PaymentList list = PaymentList.open(file)) {
      assertThat(list.find("one")).contains(new Receipt(true, null));
      assertThat(list.find("two")).isEmpty();
      list.pay(new Payment("two", "contributor-a", BigInteger.TEN, "SPINE"));
    }

    assertThat(file).hasContent("one,contributor-a,10,SPINE\ntwo,contributor-a,10,SPINE\n");
  }
}
