package org.spineregistry.ingestor.check;

import java.util.List;

/**
 * How a submission came.
 *
 * @param key record key; null when there was none
 * @param keyed whether a key is expected at all: a REST submission has none
 * @param home whether the record lies in the partition that its key names
 * @param headers in their order; a name may be repeated
 */
public record Transport(String key, boolean keyed, boolean home, List<Header> headers) {

  /**
   * @param value UTF-8 text; null for a header without a value
   */
  public record Header(String name, String value) {
    /** The value is input like any other. */
    @Override
    public String toString() {
      return "Header[...]";
    }
  }

  public Transport {
    headers = List.copyOf(headers);
  }

  /** A submission by REST, of which nothing but the body is taken over. */
  public static Transport rest() {
    return new Transport(null, false, true, List.of());
  }

  /** The key is input like any other. */
  @Override
  public String toString() {
    return "Transport[" + headers.size() + " headers]";
  }
}
