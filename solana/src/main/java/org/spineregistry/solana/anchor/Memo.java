package org.spineregistry.solana.anchor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Memo format v1: ASCII, one line, no space, lower-case hexadecimal. Nothing else goes on chain: no
 * campaign, no counts of cases, no names.
 */
public sealed interface Memo permits Memo.Dataset, Memo.Batch {
  /** The memo, byte for byte. */
  String text();

  /** What is anchored, 64 lower-case hexadecimal digits. */
  String digest();

  /**
   * @throws IllegalArgumentException unless the whole text is a memo of this format
   */
  static Memo parse(String text) {
    Matcher dataset = Dataset.FORM.matcher(text);
    if (dataset.matches()) {
      return new Dataset(dataset.group(1));
    }
    Matcher batch = Batch.FORM.matcher(text);
    if (batch.matches()) {
      return new Batch(batch.group(1), Integer.parseInt(batch.group(2)));
    }
    throw new IllegalArgumentException("not a memo of format spine1");
  }

  /**
   * {@code spine1:d:} and a digest: 73 bytes.
   *
   * @param sha256 SHA-256 of the certificate file's exact bytes, 64 lower-case hexadecimal digits
   */
  record Dataset(String sha256) implements Memo {
    private static final Pattern FORM = Pattern.compile("spine1:d:([0-9a-f]{64})");

    public Dataset {
      requireDigest("sha256", sha256);
    }

    @Override
    public String text() {
      return "spine1:d:" + sha256;
    }

    @Override
    public String digest() {
      return sha256;
    }
  }

  /**
   * {@code spine1:m:}, a root, {@code :} and the number of leaves: 75 to 81 bytes.
   *
   * @param root RFC 6962 root of the leaves, 64 lower-case hexadecimal digits
   * @param leaves 1 to {@value #MAX_LEAVES}
   */
  record Batch(String root, int leaves) implements Memo {
    public static final int MAX_LEAVES = 1 << 20;

    private static final Pattern FORM =
        Pattern.compile("spine1:m:([0-9a-f]{64}):([1-9][0-9]{0,6})");

    public Batch {
      requireDigest("root", root);
      if (leaves < 1 || leaves > MAX_LEAVES) {
        throw new IllegalArgumentException("leaves must be 1 to " + MAX_LEAVES + ", not " + leaves);
      }
    }

    @Override
    public String text() {
      return "spine1:m:" + root + ":" + leaves;
    }

    @Override
    public String digest() {
      return root;
    }
  }

  private static void requireDigest(String field, String hex) {
    if (hex == null || !hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(field + " must be 64 lower-case hexadecimal digits");
    }
  }
}
