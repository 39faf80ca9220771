package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads what a certificate states, without any check of who stands behind it. */
public final class CertificateReader {
  private CertificateReader() {}

  /**
   * The statement.
   *
   * @param file bytes of a certificate file
   * @throws BadInputException when they are no certificate
   */
  public static JsonNode statement(byte[] file) throws BadInputException {
    return SignedFile.read("certificate", file).statement();
  }
}
