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
 * @param unanchored whether the anchor is left out on purpose
 */
record VerifyFiles(
    Path dataset, Path certificate, Path proof, Path trust, Path rootKey, boolean unanchored) {

  /** Notes what is missing. */
  void check(List<String> endpoints, String signature, List<String> problems) {
    if (dataset == null != (certificate == null)) {
      problems.add("DATASET, --certificate: one needs the other");
    }
    if (dataset == null && certificate == null && proof == null) {
      problems.add("DATASET and --certificate, or --proof: something to verify is needed");
    }
    if (!unanchored && proof == null && endpoints.isEmpty()) {
      problems.add(
          "--proof or --rpc: needed to look for the anchor; --no-anchor checks without it, and"
              + " proves less");
    }
    if (unanchored && (proof != null || !endpoints.isEmpty() || signature != null)) {
      problems.add("--no-anchor: leaves out what --proof, --rpc and --signature ask for");
    }
    if (proof != null && signature != null) {
      problems.add("--signature: the proof names its transaction itself");
    }
    if (!AnchorSearch.isSignature(signature)) {
      problems.add("--signature: a transaction signature in base58");
    }
  }
}
