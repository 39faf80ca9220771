package org.spineregistry.cli.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.proof.MalformedProofException;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofReader;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/**
 * What a verification looks at.
 *
 * @param dataset bytes, null without one
 * @param certificate bytes, null without one
 * @param proof null without one
 * @param signature of the transaction, null to search for it
 */
record VerifyInput(
    byte[] dataset,
    byte[] certificate,
    ProofBundle proof,
    TrustedKeys trusted,
    List<SolanaRpc> endpoints,
    String signature) {
  /**
   * @throws UserProblem with every input that cannot be used
   */
  static VerifyInput read(VerifyFiles files, List<String> urls, String signature) {
    List<String> problems = new ArrayList<>();
    files.check(urls, signature, problems);
    byte[] dataset = files.dataset() == null ? null : bytes(files.dataset(), problems);
    byte[] certificate = files.certificate() == null ? null : bytes(files.certificate(), problems);
    ProofBundle proof =
        files.proof() == null
            ? null
            : proof(files.proof(), bytes(files.proof(), problems), problems);
    TrustedKeys trusted =
        TrustedKeys.read(bytes(files.trust(), problems), files.rootKey(), problems);
    List<SolanaRpc> endpoints = urls.stream().map(url -> endpoint(url, problems)).toList();
    if (certificate != null && !CertificateFile.isEnvelope(certificate)) {
      problems.add(
          files.certificate() + ": is no certificate, which is a JSON object with a payload");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    return new VerifyInput(dataset, certificate, proof, trusted, endpoints, signature);
  }

  private static byte[] bytes(Path file, List<String> problems) {
    try {
      return InputFile.read(file);
    } catch (UserProblem e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static ProofBundle proof(Path file, byte[] bytes, List<String> problems) {
    try {
      return bytes == null ? null : ProofReader.read(bytes);
    } catch (MalformedProofException e) {
      e.problems().forEach(problem -> problems.add(file + ": " + problem));
      return null;
    }
  }

  /** An endpoint's address may carry an API key, so that it is known by its host. */
  private static SolanaRpc endpoint(String url, List<String> problems) {
    try {
      URI uri = new URI(url);
      if (uri.getHost() != null) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new SolanaRpc(uri.getHost() + port, url, SolanaRpc.DEFAULT_TIMEOUT);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      // told below, without the address
    }
    problems.add("--rpc: an http or https address");
    return null;
  }

  boolean isOfDataset() {
    return dataset != null;
  }

  /** Looks at the files, then asks the endpoints. */
  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    if (certificate != null) {
      checks.addAll(CertificateFile.checks(dataset, certificate, trusted.root()));
    }
    if (proof != null) {
      checks.addAll(ProofChecks.of(proof, trusted.publishers(), digest()));
    }
    endpoints.forEach(rpc -> checks.addAll(search().checks(rpc)));
    return List.copyOf(checks);
  }

  String explanation() {
    return new Explanation(dataset, certificate, proof).text();
  }

  private AnchorSearch search() {
    return proof == null
        ? new AnchorSearch(trusted.publishers(), new Memo.Dataset(digest()), signature, null)
        : new AnchorSearch(
            trusted.publishers(), proof.expectedMemo(), proof.chain().signature(), proof.chain());
  }

  private String digest() {
    return certificate == null ? null : OfflineVerifier.sha256(certificate);
  }
}
