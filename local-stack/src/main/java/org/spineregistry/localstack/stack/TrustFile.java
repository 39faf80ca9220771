package org.spineregistry.localstack.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.verify.TrustRoot;

/** Writes whom a verifier of this stack trusts, in the format of {@link TrustRoot}. */
final class TrustFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private TrustFile() {}

  /**
   * Writes the file once; later starts must find the same keys and cluster.
   *
   * @throws UserProblem when the ledger is another one than at the first start
   */
  static void ensure(Path file, PublicKey certificateKey, Address publisher, String genesisHash) {
    ObjectNode trust = content(certificateKey, publisher, genesisHash);
    try {
      if (Files.exists(file)) {
        requireSame(file, JSON.readTree(Files.readAllBytes(file)), trust);
        return;
      }
      Path part = file.resolveSibling("." + file.getFileName());
      Files.write(part, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(trust));
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw UserProblem.input(file + " cannot be read or written");
    }
  }

  private static void requireSame(Path file, JsonNode kept, JsonNode now) {
    if (!kept.equals(now)) {
      throw UserProblem.input(
          file
              + " names other keys or another ledger than this start has; was a part of the data directory deleted?");
    }
  }

  private static ObjectNode content(PublicKey key, Address publisher, String genesisHash) {
    ObjectNode trust = JSON.createObjectNode();
    trust.put("format", TrustRoot.FORMAT);
    trust
        .putArray("certificateKeys")
        .addObject()
        .put("keyId", key.keyId())
        .put("publicKey", Base64.getEncoder().encodeToString(key.raw()));
    trust
        .putArray("publishers")
        .addObject()
        .put("publicKey", publisher.base58())
        .put("genesisHash", genesisHash);
    return trust;
  }
}
