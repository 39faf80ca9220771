package org.spineregistry.anchor.cluster;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.List;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.anchor.ComputeBudget;

/**
 * How the service reaches Solana and what an anchor may cost.
 *
 * @param endpoints addresses of RPC endpoints of one cluster; they carry keys, so only their
 *     numbers are ever shown. Two of unrelated providers in production
 * @param computeUnitLimit compute units of an anchor; they differ between builds of the memo
 *     program
 * @param computeUnitPrice micro-lamports for a compute unit
 * @param timeout of a whole call
 * @param requestsPerSecond calls a second to one endpoint, 0 for no limit of ours; 8 for the public
 *     cluster
 * @param requestsPerMethod likewise of one method; 3 for the public cluster
 * @param airdropLamports lamports to ask the faucet for when the balance is low; 0 never asks. Only
 *     for local and test clusters
 */
@ConfigurationProperties("spine.solana")
public record SolanaSettings(
    @Bindable(defaultValue = "") List<String> endpoints,
    @Bindable(defaultValue = "60000") int computeUnitLimit,
    @Bindable(defaultValue = "1000") int computeUnitPrice,
    @Bindable(defaultValue = "10s") Duration timeout,
    @Bindable(defaultValue = "0") double requestsPerSecond,
    @Bindable(defaultValue = "0") double requestsPerMethod,
    @Bindable(defaultValue = "0") long airdropLamports) {
  /** Highest price: with the highest limit it costs 0.0014 SOL. */
  static final int HIGHEST_PRICE = 1_000_000;

  /** More than any endpoint answers. */
  private static final double NO_LIMIT = 1e6;

  private static final Duration LONGEST = Duration.ofMinutes(1);

  public SolanaSettings {
    endpoints = endpoints.stream().map(String::strip).filter(url -> !url.isEmpty()).toList();
    ConfigurationProblem.unless(
        !endpoints.isEmpty() && endpoints.stream().allMatch(url -> url.matches("https?://\\S+")),
        "spine.solana.endpoints",
        "at least one http or https address, several separated by commas");
    ConfigurationProblem.unless(
        computeUnitLimit >= 1 && computeUnitLimit <= ComputeBudget.MAX_UNITS,
        "spine.solana.compute-unit-limit",
        "from 1 to " + ComputeBudget.MAX_UNITS);
    ConfigurationProblem.unless(
        computeUnitPrice >= 0 && computeUnitPrice <= HIGHEST_PRICE,
        "spine.solana.compute-unit-price",
        "from 0 to " + HIGHEST_PRICE);
    ConfigurationProblem.unless(
        timeout.compareTo(Duration.ZERO) > 0 && timeout.compareTo(LONGEST) <= 0,
        "spine.solana.timeout",
        "above 0 and at most a minute");
    ConfigurationProblem.unless(
        requestsPerSecond >= 0, "spine.solana.requests-per-second", "at least 0");
    ConfigurationProblem.unless(
        requestsPerMethod >= 0, "spine.solana.requests-per-method", "at least 0");
    ConfigurationProblem.unless(
        airdropLamports >= 0, "spine.solana.airdrop-lamports", "at least 0");
  }

  /** An endpoint within its limits. */
  Endpoint within(Endpoint endpoint) {
    return requestsPerSecond == 0 && requestsPerMethod == 0
        ? endpoint
        : new ThrottledEndpoint(endpoint, limit(requestsPerSecond), limit(requestsPerMethod));
  }

  private static double limit(double perSecond) {
    return perSecond == 0 ? NO_LIMIT : perSecond;
  }

  public ComputeBudget budget() {
    return new ComputeBudget(computeUnitLimit, computeUnitPrice);
  }

  /** The addresses are secrets. */
  @Override
  public String toString() {
    return "SolanaSettings[" + endpoints.size() + " endpoints]";
  }
}
