package org.spineregistry.solana.token;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memo of a payout batch: {@code spine1:p:} and the batch's id. It tells which batch a
 * transaction paid, when nothing else is left.
 *
 * @param batchId 64 lower-case hexadecimal digits
 */
public record PayoutMemo(String batchId) {
  private static final Pattern FORM = Pattern.compile("spine1:p:([0-9a-f]{64})");

  public PayoutMemo {
    if (!batchId.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("batchId must be 64 lower-case hexadecimal digits");
    }
  }

  public String text() {
    return "spine1:p:" + batchId;
  }

  /** Empty unless the whole text is such a memo. */
  public static Optional<PayoutMemo> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(new PayoutMemo(matcher.group(1))) : Optional.empty();
  }
}
