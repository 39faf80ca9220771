package org.spineregistry.cli.verify;

import java.util.Optional;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.MarkerCheck;
import org.spineregistry.synthesis.verify.Check;

/** Asks endpoints for the account that an anchor left behind. */
final class MarkerAccount {
  static final String NAME = "marker account";

  private MarkerAccount() {}

  /** Asks one endpoint. No answer is no proof, so it fails the check. */
  static Check check(SolanaRpc rpc, Marker marker) {
    try {
      Optional<String> doubt = MarkerCheck.doubt(rpc, marker);
      return doubt.isPresent()
          ? Check.failed(NAME, doubt.get())
          : Check.passed(
              NAME,
              "%s says that %s is an account of the memo program with %d byte"
                  .formatted(rpc.name(), marker.address(), Marker.SPACE));
    } catch (RpcFailure e) {
      return Check.failed(NAME, AnchorSearch.unanswered(rpc, e));
    }
  }
}
