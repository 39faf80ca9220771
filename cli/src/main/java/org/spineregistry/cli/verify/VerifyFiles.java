package org.spineregistry.cli.verify;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a verification looks at.
 *
 * @param dataset null when only a proof is looked at
 * @param certificate null when only a proof is looked at
 * @param proof null when endpoints are asked instead
 * @param rootKey null unless the trust file is a signed list
 */
record VerifyFiles(Path dataset, Path certificate, Path proof, Path trust, Path rootKey) {

  /** Notes what is missing. */
  void check(List<String> endpoints, String signature, List<String> problems) {
    if (dataset == null != (certificate == null)) {
      problems.add("DATASET, --certificate: one needs the other");
    }
    if (dataset == null && certificate == null && proof == null) {
      problems.add("DATASET and --certificate, or --proof: something to verify is needed");
    }
    if (proof == null && endpoints.isEmpty()) {
      problems.add("--proof or --rpc: needed to look for the anchor");
    }
    if (proof != null && signature != null) {
      problems.add("--signature: the proof names its transaction itself");
    }
    if (!AnchorSearch.isSignature(signature)) {
      problems.add("--signature: a transaction signature in base58");
    }
  }
}
