package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Clusters;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.SignerSettings;
import org.spineregistry.anchor.cluster.SolanaSettings;
import org.spineregistry.solana.key.Signer;

/** Makes what the service needs of Solana. */
@Factory
final class ClusterFactory {
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  Cluster cluster(SolanaSettings settings, Clock clock, MeterRegistry metrics) {
    return Clusters.guarded(Clusters.configured(settings), clock, metrics);
  }

  @Singleton
  Signer publisher(SignerSettings settings) {
    return settings.open(System.getenv());
  }

  @Singleton
  FeePayer feePayer(Cluster cluster, Signer publisher, SolanaSettings settings, Clock clock) {
    return new FeePayer(cluster, publisher.address(), settings.airdropLamports(), clock);
  }
}
