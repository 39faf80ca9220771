package org.spineregistry.cli.verify;

import java.nio.file.Path;
import java.util.List;
import org.spineregistry.synthesis.verify.Check;

/** All checks of a dataset, for programs. */
public final class Verification {
  private Verification() {}

  /**
   * Looks at the files, then asks the endpoints.
   *
   * @param endpoints addresses of JSON-RPC endpoints; every one has to say the same
   * @param signature of the anchoring transaction, or null to search for it
   * @return form, signature, verdict, dataset, then one check an endpoint, and one more where the
   *     transaction made a marker
   * @throws org.spineregistry.cli.UserProblem with every input that cannot be used
   */
  public static List<Check> of(
      Path dataset, Path certificate, Path trust, List<String> endpoints, String signature) {
    VerifyFiles files = new VerifyFiles(dataset, certificate, null, trust, null, false);
    return VerifyInput.read(files, endpoints, signature).checks();
  }
}
