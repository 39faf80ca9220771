package org.spineregistry.anchor.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import java.time.Clock;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.cluster.SolanaSettings;
import org.spineregistry.anchor.cluster.WrongCluster;
import org.spineregistry.anchor.publish.AnchorSettings;
import org.spineregistry.anchor.settlement.RefusedMint;
import org.spineregistry.anchor.settlement.SettlementParts;
import org.spineregistry.anchor.settlement.SettlementPublisher;
import org.spineregistry.anchor.settlement.SettlementSettings;
import org.spineregistry.anchor.settlement.Settlements;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.start.StartProblem;
import org.spineregistry.solana.key.Signer;

/** Starts the payer, if it is turned on, when the contract has been checked. */
@Factory
final class SettlementFactory {
  @Context
  Settlements settlements(
      KafkaClients kafka,
      TopicNames names,
      SpineSerdes serdes,
      Cluster cluster,
      SolanaSettings solana,
      AnchorSettings anchors,
      SettlementSettings settings,
      MeterRegistry metrics,
      Clock clock,
      CheckedContract contract) {
    if (!settings.enabled()) {
      return SettlementParts.off(metrics, clock);
    }
    Signer payer = settings.payer(System.getenv());
    return new SettlementParts(
            kafka,
            names,
            serdes,
            cluster,
            new FeePayer(cluster, payer.address(), solana.airdropLamports(), clock),
            payer,
            solana.computeUnitPrice(),
            settings,
            anchors.pollInterval(),
            anchors.resendInterval(),
            metrics,
            clock)
        .settlements();
  }

  @Context
  @Requires(property = "spine.settlement.enabled", value = "true")
  @Bean(preDestroy = "close")
  SettlementPublisher publisher(Settlements settlements) {
    SettlementPublisher publisher = settlements.publisher();
    try {
      publisher.start();
    } catch (WrongCluster | RefusedMint e) {
      throw new StartProblem(e.getMessage());
    }
    return publisher;
  }
}
