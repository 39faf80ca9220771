package org.spineregistry.example.rewards;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Pays by a line in a file that a treasurer works off: {@code
 * payoutId,beneficiaryId,amountBaseUnits,symbol}. A line counts once its end is there.
 */
final class PaymentList implements Payer, AutoCloseable {
  private static final Receipt LISTED = new Receipt(true, null);

  private final Set<String> listed = new HashSet<>();
  private final FileChannel file;

  private PaymentList(FileChannel file) {
    this.file = file;
  }

  /** Opens the list; a line that a crash has cut off was not paid and goes. */
  static PaymentList open(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    PaymentList list = new PaymentList(file);
    ByteBuffer bytes = ByteBuffer.allocate((int) file.size());
    while (bytes.hasRemaining() && file.read(bytes) >= 0) {
      // until all is there
    }
    String text = new String(bytes.array(), StandardCharsets.US_ASCII);
    int end = text.lastIndexOf('\n') + 1;
    text.substring(0, end).lines().forEach(line -> list.listed.add(line.split(",", 2)[0]));
    file.truncate(end).position(end);
    return list;
  }

  @Override
  public Optional<Receipt> find(String payoutId) {
    return listed.contains(payoutId) ? Optional.of(LISTED) : Optional.empty();
  }

  @Override
  public Receipt pay(Payment payment) throws IOException {
    String line =
        String.join(
            ",",
            payment.payoutId(),
            payment.beneficiaryId(),
            payment.amount().toString(),
            payment.symbol());
    ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.US_ASCII));
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    file.force(true);
    listed.add(payment.payoutId());
    return LISTED;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
