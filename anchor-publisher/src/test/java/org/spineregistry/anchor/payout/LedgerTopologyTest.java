package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.reward.ledger.Account;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Standing;
import org.spineregistry.event.Currency;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;

class LedgerTopologyTest {
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://LedgerTopologyTest");
  private static final String WHO = "surgeon-aaaaaa";

  @TempDir Path folder;
  private TopologyTestDriver driver;
  private TestInputTopic<String, RewardGranted> granted;
  private TestInputTopic<String, RewardSettled> settled;

  @BeforeEach
  void start() {
    StreamsBuilder builder = new StreamsBuilder();
    new LedgerTopology(TopicNames.plain(), SERDES).addTo(builder);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "ledger-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver = new TopologyTestDriver(builder.build(), properties);
    granted =
        driver.createInputTopic(
            REWARD_GRANTED.name(),
            new StringSerializer(),
            SERDES.<RewardGranted>event().serializer());
    settled =
        driver.createInputTopic(
            REWARD_SETTLED.name(),
            new StringSerializer(),
            SERDES.<RewardSettled>event().serializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void whatIsGrantedIsOwedUntilThePayerReportsIt() {
    grant("p1", "30", PayoutDecision.APPROVED);
    grant("p2", "12", PayoutDecision.APPROVED);
    grant("p1", "30", PayoutDecision.APPROVED);
    assertThat(balance(Account.PAYABLE)).isEqualTo(42);

    report("p1", WHO, SettlementStatus.SETTLED, 1);
    report("p1", WHO, SettlementStatus.SETTLED, 1);

    assertThat(balance(Account.PAYABLE)).isEqualTo(12);
    assertThat(balance(Account.PAID)).isEqualTo(30);
    assertThat(balance(Account.BUDGET)).isEqualTo(-42);
    assertThat(payout("p1").standing()).isEqualTo(Standing.SETTLED);
    assertThat(payout("p1").report().note()).isEqualTo("signature");
  }

  @Test
  void aReportThatComesFirstWaitsForItsPayout() {
    report("p1", WHO, SettlementStatus.FAILED, 1);
    report("p1", WHO, SettlementStatus.SETTLED, 2);
    assertThat(parked()).isEqualTo(1);

    grant("p1", "30", PayoutDecision.HELD);
    assertThat(balance(Account.HELD)).isEqualTo(30);
    assertThat(parked()).isEqualTo(1);
    grant("p1", "30", PayoutDecision.RELEASED);

    assertThat(parked()).isZero();
    assertThat(balance(Account.PAID)).isEqualTo(30);
    assertThat(payout("p1").report().version()).isEqualTo(2);
  }

  @Test
  void aReportForSomebodyElsesPayoutPaysNobody() {
    report("p1", "surgeon-bbbbbb", SettlementStatus.SETTLED, 9);
    grant("p1", "30", PayoutDecision.APPROVED);
    report("p1", "surgeon-bbbbbb", SettlementStatus.SETTLED, 9);
    grant("p1", "30", PayoutDecision.APPROVED);

    assertThat(balance(Account.PAYABLE)).isEqualTo(30);
    assertThat(balance(Account.PAID)).isZero();
    assertThat(parked()).isEqualTo(1);
  }

  /** The payer paid what it should not have: the books must not forget it. */
  @Test
  void aReportOfWhatWasVoidedIsKept() {
    grant("p1", "30", PayoutDecision.HELD);
    report("p1", WHO, SettlementStatus.SETTLED, 1);
    grant("p1", "30", PayoutDecision.VOIDED);

    assertThat(balance(Account.PAID)).isZero();
    assertThat(balance(Account.BUDGET)).isZero();
    assertThat(parked()).isEqualTo(1);
  }

  /** Each decision has its own reason and time. */
  @Test
  void aReleaseHasAReasonOfItsOwn() {
    grant("p1", "30", PayoutDecision.HELD);
    RewardGranted release =
        RewardGranted.newBuilder(
                granted("p1", PayoutKind.CASE_BASELINE, "30", PayoutDecision.RELEASED, null))
            .setReasonCode("DISPUTE_SETTLED")
            .setEffectiveAt(Instant.EPOCH.plusSeconds(9))
            .build();
    granted.pipeInput(WHO, release);

    assertThat(balance(Account.PAYABLE)).isEqualTo(30);
    assertThat(payout("p1").terms().reasonCode()).isEqualTo("DISPUTE_SETTLED");
  }

  @Test
  void aReversalIsAPayoutOfItsOwnThatTakesBack() {
    grant("p1", "30", PayoutDecision.APPROVED);
    granted.pipeInput(
        WHO, granted("r1", PayoutKind.REVERSAL, "-10", PayoutDecision.REVERSED, "p1"));

    assertThat(balance(Account.PAYABLE)).isEqualTo(20);
    assertThat(payout("p1").reversed()).isEqualTo(10);
    assertThat(payout("r1").terms().reverses()).isEqualTo("p1");
  }

  private void grant(String id, String amount, PayoutDecision decision) {
    granted.pipeInput(WHO, granted(id, PayoutKind.CASE_BASELINE, amount, decision, null));
  }

  private static RewardGranted granted(
      String id, PayoutKind kind, String amount, PayoutDecision decision, String reverses) {
    return RewardGranted.newBuilder()
        .setPayoutId(id)
        .setKind(kind)
        .setDecision(decision)
        .setBeneficiaryId(WHO)
        .setSubjectId("case/" + id)
        .setAmountBaseUnits(amount)
        .setRequestedBaseUnits(amount)
        .setCurrency(Currency.newBuilder().setSymbol("SPINE").setDecimals(9).setMint(null).build())
        .setUsdReference(null)
        .setPolicyId("policy")
        .setPolicyVersion(1)
        .setReasonCode("CONTRIBUTED")
        .setCauseEventIds(List.of())
        .setCycleId("cycle")
        .setReverses(reverses)
        .setSupersedes(null)
        .setEffectiveAt(Instant.EPOCH)
        .build();
  }

  private void report(String id, String who, SettlementStatus status, int version) {
    settled.pipeInput(
        id,
        RewardSettled.newBuilder()
            .setPayoutId(id)
            .setBeneficiaryId(who)
            .setStatus(status)
            .setVersion(version)
            .setReason("NO_WALLET")
            .setSignature("signature")
            .setSettledAt(Instant.EPOCH)
            .build());
  }

  private long balance(Account account) {
    KeyValueStore<String, Balances> balances = driver.getKeyValueStore(LedgerStores.BALANCES);
    return balances.get(WHO).of(account).longValueExact();
  }

  private LedgerPayout payout(String id) {
    KeyValueStore<String, LedgerPayout> payouts = driver.getKeyValueStore(LedgerStores.PAYOUTS);
    return payouts.get(LedgerStores.key(WHO, id));
  }

  private long parked() {
    long count = 0;
    try (var all = driver.getKeyValueStore(LedgerStores.PARKED).all()) {
      for (; all.hasNext(); all.next()) {
        count++;
      }
    }
    return count;
  }
}
