package org.spineregistry.anchor.batch;

/**
 * Where a receipt stands. Whoever withdraws a case destroys its places, and with them the salts.
 *
 * @param batch number of the batch
 * @param index of the leaf, from 0
 * @param receipt the text
 */
record Place(long batch, int index, String receipt) {

  String text() {
    return batch + "|" + index + "|" + receipt;
  }

  static Place parse(String text) {
    int first = text.indexOf('|');
    int second = text.indexOf('|', first + 1);
    return new Place(
        Long.parseLong(text.substring(0, first)),
        Integer.parseInt(text.substring(first + 1, second)),
        text.substring(second + 1));
  }

  /** The receipt has a salt. */
  @Override
  public String toString() {
    return "Place[" + batch + "/" + index + "]";
  }
}
