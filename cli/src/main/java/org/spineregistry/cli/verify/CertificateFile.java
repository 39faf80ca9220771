package org.spineregistry.cli.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.OfflineVerifier;
import org.spineregistry.synthesis.verify.TrustRoot;

/** A file that should be a certificate. */
final class CertificateFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CertificateFile() {}

  /** False for a file that is something else altogether; a damaged certificate is still one. */
  static boolean isEnvelope(byte[] file) {
    try {
      JsonNode tree = JSON.readTree(file);
      return tree != null && tree.path("payload").isTextual();
    } catch (IOException e) {
      return false;
    }
  }

  /** What dataset and certificate show without any network. */
  static List<Check> checks(byte[] dataset, byte[] envelope, TrustRoot trust) {
    try {
      return new OfflineVerifier(trust).verify(dataset, envelope);
    } catch (BadInputException e) {
      return List.of(
          Check.failed("form", e.getMessage()),
          Check.notChecked("signature", "the certificate cannot be read"),
          Check.notChecked("verdict", "the certificate cannot be read"),
          Check.notChecked("dataset", "the certificate cannot be read"));
    }
  }
}
