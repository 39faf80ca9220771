package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.Step;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.anchor.it.LocalToken;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;

/** Payments against a real broker, a real registry and the real token program. */
class SettlementIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Deaths NEVER = step -> {};

  @TempDir Path dir;

  private final Map<String, Address> wallets = new TreeMap<>();
  private final List<RewardGranted> granted = new ArrayList<>();
  private Installation installation;
  private LocalToken token;
  private SettlementProcess process;

  @BeforeEach
  void prepare() throws Exception {
    installation = new Installation(SettlementIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    token = new LocalToken(installation.solana, KeyPair.random());
  }

  @AfterEach
  void stop() {
    installation.solana.clear();
    if (process != null) {
      process.close();
    }
  }

  private static ConditionFactory eventually() {
    return await().dontCatchUncaughtExceptions().atMost(LIMIT);
  }

  private void start(Deaths deaths) {
    start(token.mint.address(), deaths);
  }

  private void start(Address mint, Deaths deaths) {
    if (process != null) {
      process.close();
    }
    process =
        SettlementProcess.start(
            installation,
            token.treasury,
            SettlementProcess.settings(mint, dir.resolve("wallets.csv")),
            deaths);
  }

  private void writeWallets() throws IOException {
    List<String> lines = new ArrayList<>(List.of("beneficiaryId,wallet"));
    wallets.forEach((beneficiary, wallet) -> lines.add(beneficiary + "," + wallet));
    Path next = Files.write(dir.resolve("wallets.new"), lines);
    Files.move(
        next, dir.resolve("wallets.csv"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private RewardGranted grant(RewardGranted event) {
    granted.add(event);
    installation.grant(event);
    return event;
  }

  private List<RewardSettled> settled() {
    return installation.read(Topics.REWARD_SETTLED);
  }

  private void awaitPaid(String beneficiary, long amount) {
    eventually()
        .until(
            () -> token.balance(wallets.get(beneficiary)),
            balance -> balance.equals(BigInteger.valueOf(amount)));
  }

  /** What the reports say that was paid is what stands on the chain, for everybody. */
  private void audit() {
    Map<String, BigInteger> told = new HashMap<>();
    List<RewardSettled> paid =
        settled().stream().filter(r -> r.getStatus() == SettlementStatus.SETTLED).toList();
    assertThat(paid).extracting(RewardSettled::getPayoutId).doesNotHaveDuplicates();
    for (RewardSettled report : paid) {
      BigInteger amount = new BigInteger(report.getAmountBaseUnits());
      told.merge(report.getBeneficiaryId(), amount, BigInteger::add);
    }
    BigInteger sum = BigInteger.ZERO;
    for (Map.Entry<String, Address> wallet : wallets.entrySet()) {
      BigInteger balance = token.balance(wallet.getValue());
      assertThat(balance).isEqualTo(told.getOrDefault(wallet.getKey(), BigInteger.ZERO));
      sum = sum.add(balance);
    }
    assertThat(token.balance(token.treasury.address())).isEqualTo(LocalToken.FUNDS.subtract(sum));
  }

  @Test
  void everyApprovedPayoutIsPaidToTheBaseUnitAndReportedOnce() throws Exception {
    for (int n = 1; n <= 12; n++) {
      wallets.put("contributor-" + n, KeyPair.random().address());
    }
    token.hold(wallets.get("contributor-1"), BigInteger.ZERO, false);
    writeWallets();
    for (int n = 1; n <= 12; n++) {
      grant(Grants.approved("payout-" + n, "contributor-" + n, 1_000_000_000L + n));
    }
    grant(Grants.approved("payout-1", "contributor-1", 1_000_000_001L));
    grant(Grants.decided("held", "contributor-2", 5, PayoutDecision.HELD));
    grant(Grants.decided("void", "contributor-3", 5, PayoutDecision.VOIDED));
    grant(Grants.approved("unknown-1", "contributor-without-wallet", 7));
    start(NEVER);

    eventually().until(() -> settled().size() == 12);
    audit();
    assertThat(token.balance(wallets.get("contributor-12"))).isEqualTo(BigInteger.valueOf(1_000_000_012L));
    assertThat(process.settlements.waiting())
        .containsExactly(Map.entry("contributor-without-wallet", "NO_WALLET"));
    assertThat(process.condition()).isEqualTo(Condition.WORKING);

    wallets.put("contributor-without-wallet", KeyPair.random().address());
    writeWallets();
    grant(Grants.decided("held", "contributor-2", 5, PayoutDecision.RELEASED));
    awaitPaid("contributor-without-wallet", 7);
    awaitPaid("contributor-2", 1_000_000_007L);
    eventually().until(() -> settled().size() == 14);
    audit();
  }

  @Test
  void aReversalBeforeThePaymentCutsItAndOneAfterItCutsTheNext() throws Exception {
    wallets.put("a", KeyPair.random().address());
    writeWallets();
    RewardGranted first = grant(Grants.approved("p1", "a", 100));
    grant(Grants.reversal("r1", first, 30, Recovery.OFFSET_FUTURE));
    start(NEVER);
    awaitPaid("a", 70);
    eventually().until(() -> settled().size() == 1);

    grant(Grants.reversal("r2", first, 50, Recovery.OFFSET_FUTURE));
    grant(Grants.approved("p2", "a", 20));
    grant(Grants.approved("p3", "a", 100));
    awaitPaid("a", 140);
    eventually().until(() -> settled().size() == 3);
    audit();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"BEFORE_SIGNED", "AFTER_SIGNED", "AFTER_SEND", "AFTER_STATUS", "BEFORE_FINALIZED"})
  void aPayerThatDiesAnywhereIsReplacedAndPaysOnce(Step fatal) throws Exception {
    wallets.put("a", KeyPair.random().address());
    writeWallets();
    installation.solana.call(Map.of("op", "dropNext", "count", 1));
    start(Deaths.the(fatal));
    grant(Grants.approved("p1", "a", 100));
    eventually().until(() -> process.condition() == Condition.FAILED);

    start(NEVER);
    eventually().until(() -> settled().size() == 1);
    audit();
    assertThat(token.balance(wallets.get("a"))).isEqualTo(BigInteger.valueOf(100));
  }

  @Test
  void aMintWithATransferFeeIsRefusedAtTheStart() throws Exception {
    writeWallets();
    Address fee = token.mintWithTransferFee();
    eventually().untilAsserted(
        () ->
            assertThatThrownBy(() -> start(fee, NEVER))
                .isInstanceOf(RefusedMint.class)
                .hasMessageContaining("transfer-fee"));
    process = null;
  }

  @Test
  void batchesThatTheLogDoesNotKnowKeepAnythingFromBeingPaid() throws Exception {
    wallets.put("a", KeyPair.random().address());
    writeWallets();
    start(NEVER);
    grant(Grants.approved("p1", "a", 100));
    eventually().until(() -> settled().size() == 1);
    process.close();

    installation = new Installation(SettlementIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    grant(Grants.approved("p1", "a", 100));
    start(NEVER);
    eventually().until(() -> process.settlements.publisher().hindered());
    assertThat(process.settlements.publisher().obstacle()).contains("the log does not know");
    assertThat(token.balance(wallets.get("a"))).isEqualTo(BigInteger.valueOf(100));
    assertThat(process.batches(Filter.OPEN)).isEmpty();
  }
}
