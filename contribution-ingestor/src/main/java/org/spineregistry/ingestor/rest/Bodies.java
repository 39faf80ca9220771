package org.spineregistry.ingestor.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.spineregistry.ingestor.code.IntakeCode;

/** Reads request bodies up to a size. */
final class Bodies {
  private Bodies() {}

  /**
   * @throws NotJson when a body that is still to come is announced as larger
   */
  static void requireLength(long announced, int most) throws NotJson {
    if (announced > most) {
      throw tooLarge(most);
    }
  }

  /**
   * @throws NotJson when the body is larger, or the client stopped sending it
   */
  static byte[] read(InputStream body, int most) throws NotJson {
    try (body) {
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      throw new NotJson(IntakeCode.NOT_DECODABLE, "The body did not arrive whole.");
    }
  }

  /** Lets the server drop the rest of a body. */
  static void discard(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a body cannot be closed", e);
    }
  }

  private static NotJson tooLarge(int most) {
    return new NotJson(IntakeCode.TOO_LARGE, "The body has more than " + most + " bytes.");
  }
}
