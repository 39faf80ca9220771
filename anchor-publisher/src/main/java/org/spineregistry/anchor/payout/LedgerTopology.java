package org.spineregistry.anchor.payout;

import static org.apache.kafka.common.serialization.Serdes.String;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.serde.StateSerde;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * Books what was decided and what the payer reported, by beneficiary. A view: it can be dropped and
 * built again from its two topics.
 */
public final class LedgerTopology {
  private final TopicNames names;
  private final SpineSerdes serdes;

  public LedgerTopology(TopicNames names, SpineSerdes serdes) {
    this.names = names;
    this.serdes = serdes;
  }

  public void addTo(StreamsBuilder builder) {
    builder.addStateStore(LedgerStores.payouts());
    builder.addStateStore(LedgerStores.balances());
    builder.addStateStore(LedgerStores.parked());
    KStream<String, SpecificRecord> granted =
        builder.stream(
            names.of(REWARD_GRANTED),
            Consumed.with(String(), serdes.<SpecificRecord>event()).withName("source-granted"));
    granted
        .merge(settled(builder), Named.as("ledger-events"))
        .process(
            PostLedger::new,
            Named.as("ledger-post"),
            LedgerStores.PAYOUTS,
            LedgerStores.BALANCES,
            LedgerStores.PARKED);
  }

  private KStream<String, SpecificRecord> settled(StreamsBuilder builder) {
    return builder.stream(
            names.of(REWARD_SETTLED),
            Consumed.with(String(), serdes.<RewardSettled>event()).withName("source-settled"))
        .filter((payoutId, report) -> report != null, Named.as("ledger-reports"))
        .selectKey(
            (payoutId, report) -> report.getBeneficiaryId(), Named.as("ledger-by-beneficiary"))
        .repartition(
            Repartitioned.<String, RewardSettled>as("ledger-reports-by-beneficiary")
                .withKeySerde(String())
                .withValueSerde(
                    new StateSerde<>(RewardSettled.getEncoder(), RewardSettled.getDecoder()))
                .withNumberOfPartitions(REWARD_GRANTED.partitions()))
        .mapValues(report -> (SpecificRecord) report, Named.as("ledger-report-events"));
  }
}
