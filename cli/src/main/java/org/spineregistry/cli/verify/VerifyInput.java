package org.spineregistry.cli.verify;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.TrustedPublishers;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.OfflineVerifier;
import org.spineregistry.synthesis.verify.TrustRoot;

/**
 * What a verification looks at.
 *
 * @param offline what the files alone show
 * @param anchor looks for the certificate's digest on the ledger
 */
record VerifyInput(List<Check> offline, AnchorSearch anchor, List<SolanaRpc> endpoints) {
  /**
   * @throws UserProblem with every input that cannot be used
   */
  static VerifyInput read(
      Path dataset, Path certificate, Path trust, List<String> urls, String signature) {
    List<String> problems = new ArrayList<>();
    byte[] rows = bytes(dataset, problems);
    byte[] envelope = bytes(certificate, problems);
    TrustRoot root = trust(bytes(trust, problems), problems);
    List<SolanaRpc> endpoints = urls.stream().map(url -> endpoint(url, problems)).toList();
    if (!AnchorSearch.isSignature(signature)) {
      problems.add("--signature: a transaction signature in base58");
    }
    if (envelope != null && !CertificateFile.isEnvelope(envelope)) {
      problems.add(certificate + ": is no certificate, which is a JSON object with a payload");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    Memo memo = new Memo.Dataset(OfflineVerifier.sha256(envelope));
    return new VerifyInput(
        CertificateFile.checks(rows, envelope, root),
        new AnchorSearch(root.publishers(), memo, signature),
        endpoints);
  }

  private static byte[] bytes(Path file, List<String> problems) {
    try {
      return InputFile.read(file);
    } catch (UserProblem e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  private static TrustRoot trust(byte[] file, List<String> problems) {
    try {
      TrustRoot root = file == null ? null : TrustRoot.read(file);
      if (root != null) {
        root.publishers().forEach(VerifyInput::requireForm);
      }
      return root;
    } catch (BadInputException | IllegalArgumentException e) {
      problems.add("--trust: " + e.getMessage());
      return null;
    }
  }

  private static void requireForm(TrustRoot.Publisher publisher) {
    Set<Address> key = Set.of(new Address(publisher.publicKey()));
    new TrustedPublishers(publisher.genesisHash(), key);
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
}
