package org.spineregistry.anchor.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.rpc.RpcFailure;

/**
 * An endpoint that is asked only when it may be believed: it belongs to the right cluster, is not
 * in a pause after a failure, and never returned other bytes than were signed. Whatever it cannot
 * say is silence, which decides nothing.
 */
final class GuardedEndpoint {
  private static final Logger LOGGER = LoggerFactory.getLogger(GuardedEndpoint.class);

  private final Endpoint endpoint;
  private final Pause pause;
  private final Runnable errors;
  private volatile String genesisHash;
  private volatile boolean verified;
  private volatile String problem = "not asked yet";
  private volatile String quarantine;

  /**
   * @param errors hears of every failed call
   */
  GuardedEndpoint(Endpoint endpoint, Pause pause, Runnable errors) {
    this.endpoint = endpoint;
    this.pause = pause;
    this.errors = errors;
  }

  String name() {
    return endpoint.name();
  }

  /** From now on only this cluster counts. */
  void expect(String genesis) {
    genesisHash = genesis;
    verified = false;
  }

  /** The cluster that the endpoint belongs to, whichever it is; empty when it does not answer. */
  Optional<String> askGenesisHash() {
    return pause.over() ? attempt(Endpoint::genesisHash) : Optional.empty();
  }

  /** Why the endpoint has no say now; empty when it has. */
  Optional<String> silence() {
    return Optional.ofNullable(quarantine == null ? problem : quarantine);
  }

  int failures() {
    return pause.failures();
  }

  /**
   * @return empty when there is no answer that counts
   */
  <T> Optional<T> ask(Function<Endpoint, T> question) {
    if (quarantine != null || !pause.over() || !verify()) {
      return Optional.empty();
    }
    return attempt(question);
  }

  EndpointView view(Function<Endpoint, EndpointView.Answered> probe) {
    Optional<EndpointView> answer = ask(probe::apply);
    return answer.orElseGet(() -> new EndpointView.Silent(name(), silence().orElse("no answer")));
  }

  /**
   * The answer to a sent transaction proves nothing in either direction; only a failing endpoint is
   * left alone for a while.
   */
  void send(byte[] transaction) {
    if (quarantine != null || !pause.over() || !verify()) {
      return;
    }
    try {
      endpoint.send(transaction);
    } catch (RpcFailure e) {
      if (e.retriable()) {
        failed(e);
      } else {
        LOGGER
            .atWarn()
            .addKeyValue("endpoint", name())
            .addKeyValue("code", e.code().map(String::valueOf).orElse("none"))
            .log("endpoint refuses a transaction");
      }
    }
  }

  /** The endpoint lied or is broken: an operator has to look at it. */
  void quarantine(String reason) {
    quarantine = reason;
    LOGGER
        .atError()
        .addKeyValue("endpoint", name())
        .addKeyValue("reason", reason)
        .log("endpoint is not believed any more");
  }

  /**
   * A failed call may mean that another cluster stands behind the address now, so it is asked again
   * after each.
   */
  private boolean verify() {
    if (verified) {
      return true;
    }
    Optional<String> genesis = attempt(Endpoint::genesisHash);
    if (genesis.isEmpty()) {
      return false;
    }
    verified = genesis.get().equals(genesisHash);
    if (!verified) {
      problem = "belongs to cluster " + genesis.get();
      pause.failed(Duration.ZERO);
    }
    return verified;
  }

  private <T> Optional<T> attempt(Function<Endpoint, T> question) {
    try {
      T answer = question.apply(endpoint);
      problem = null;
      pause.succeeded();
      return Optional.of(answer);
    } catch (RpcFailure e) {
      failed(e);
      return Optional.empty();
    }
  }

  private void failed(RpcFailure failure) {
    pause.failed(failure.retryAfter().orElse(Duration.ZERO));
    verified = false;
    problem = failure.getMessage();
    errors.run();
    LOGGER
        .atWarn()
        .addKeyValue("endpoint", name())
        .addKeyValue("status", failure.httpStatus())
        .addKeyValue("code", failure.code().map(String::valueOf).orElse("none"))
        .addKeyValue("failures", pause.failures())
        .log("endpoint does not answer");
  }
}
