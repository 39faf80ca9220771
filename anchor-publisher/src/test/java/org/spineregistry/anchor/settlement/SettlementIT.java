package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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

  @TempDir static Path dir;
  private static Installation installation;
  private static int tests;

  /** Wallets of this test's beneficiaries. */
  private final Map<String, Address> wallets = new TreeMap<>();

  /** Each test has a token and beneficiaries of its own. */
  private final String test = "-" + ++tests;

  private LocalToken token;
  private SettlementProcess process;

  @BeforeAll
  static void install() throws Exception {
    installation = new Installation(SettlementIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
  }

  @BeforeEach
  void prepare() {
    token = new LocalToken(installation.solana, KeyPair.random());
  }

  @AfterEach
  void stop() {
    installation.solana.clear();
    if (process != null) {
      process.close();
    }
  }

  /** A beneficiary of this test alone, with a wallet. */
  private String beneficiary(String name) {
    wallets.put(name + test, KeyPair.random().address());
    return name + test;
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
    Files.move(next, dir.resolve("wallets.csv"), StandardCopyOption.REPLACE_EXISTING);
  }

  private RewardGranted grant(RewardGranted event) {
    RewardGranted ours = Grants.in(event, token.mint.address().base58(), token.mint.decimals());
    installation.grant(ours);
    return ours;
  }

  private RewardGranted approve(String payout, String beneficiary, long amount) {
    return grant(Grants.approved(payout + test, beneficiary, amount));
  }

  private RewardGranted decide(
      String payout, String beneficiary, long amount, PayoutDecision decision) {
    return grant(Grants.decided(payout + test, beneficiary, amount, decision));
  }

  private List<RewardSettled> settled() {
    return installation.<RewardSettled>read(Topics.REWARD_SETTLED).stream()
        .filter(report -> report.getBeneficiaryId().endsWith(test))
        .toList();
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
    List<String> all =
        IntStream.rangeClosed(1, 12).mapToObj(n -> beneficiary("contributor-" + n)).toList();
    token.hold(wallets.get(all.get(0)), BigInteger.ZERO, false);
    writeWallets();
    for (int n = 0; n < 12; n++) {
      approve("payout-" + n, all.get(n), 1_000_000_000L + n);
    }
    approve("payout-1", all.get(1), 1_000_000_001L);
    decide("held", all.get(2), 5, PayoutDecision.HELD);
    decide("void", all.get(3), 5, PayoutDecision.VOIDED);
    String unknown = "contributor-without-wallet" + test;
    approve("unknown", unknown, 7);
    start(NEVER);

    eventually().until(() -> settled().size() == 12);
    audit();
    assertThat(token.balance(wallets.get(all.get(11))))
        .isEqualTo(BigInteger.valueOf(1_000_000_011L));
    assertThat(process.settlements.waiting()).containsEntry(unknown, "NO_WALLET");
    assertThat(process.condition()).isEqualTo(Condition.WORKING);

    beneficiary("contributor-without-wallet");
    writeWallets();
    decide("held", all.get(2), 5, PayoutDecision.RELEASED);
    awaitPaid(unknown, 7);
    awaitPaid(all.get(2), 1_000_000_007L);
    eventually().until(() -> settled().size() == 14);
    audit();
  }

  @Test
  void aReversalBeforeThePaymentCutsItAndOneAfterItCutsTheNext() throws Exception {
    String a = beneficiary("a");
    writeWallets();
    RewardGranted first = approve("p1", a, 100);
    grant(Grants.reversal("r1" + test, first, 30, Recovery.OFFSET_FUTURE));
    start(NEVER);
    awaitPaid(a, 70);
    eventually().until(() -> settled().size() == 1);

    grant(Grants.reversal("r2" + test, first, 50, Recovery.OFFSET_FUTURE));
    approve("p2", a, 20);
    approve("p3", a, 100);
    awaitPaid(a, 140);
    eventually().until(() -> settled().size() == 3);
    audit();
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"AFTER_SEND", "BEFORE_FINALIZED"})
  void aPayerThatDiesAnywhereIsReplacedAndPaysOnce(Step fatal) throws Exception {
    String a = beneficiary("a");
    writeWallets();
    installation.solana.call(Map.of("op", "dropNext", "count", 1));
    start(Deaths.the(fatal));
    approve("p1", a, 100);
    eventually().until(() -> process.condition() == Condition.FAILED);

    start(NEVER);
    eventually().until(() -> settled().size() == 1);
    audit();
    assertThat(token.balance(wallets.get(a))).isEqualTo(BigInteger.valueOf(100));
  }

  /** A frozen account is seen before; one that freezes in between makes the transaction fail. */
  @Test
  void whatTheChainRefusesIsReportedAsFailedAndPaidAgainWhenAnOperatorSaysSo() throws Exception {
    String a = beneficiary("a");
    token.hold(wallets.get(a), BigInteger.ZERO, false);
    writeWallets();
    Address wallet = wallets.get(a);
    start(
        step -> {
          if (step == Step.AFTER_SIGNED) {
            token.hold(wallet, BigInteger.ZERO, true);
          }
        });
    approve("p1", a, 100);
    eventually().until(() -> settled().size() == 1);
    assertThat(settled().get(0).getStatus()).isEqualTo(SettlementStatus.FAILED);
    Batch failed = process.batches(Filter.FAILED).get(0);
    assertThat(failed.intent().getError()).contains("InstructionError");

    start(NEVER);
    token.hold(wallet, BigInteger.ZERO, false);
    process.settlements.release(failed.subject());
    eventually().until(() -> settled().size() == 2);
    assertThat(settled()).extracting(RewardSettled::getVersion).containsExactly(1, 2);
    assertThat(token.balance(wallet)).isEqualTo(BigInteger.valueOf(100));
  }

  @Test
  void aMintWithATransferFeeIsRefusedAtTheStart() throws Exception {
    writeWallets();
    Address fee = token.mintWithTransferFee();
    assertThatThrownBy(() -> start(fee, NEVER))
        .isInstanceOf(RefusedMint.class)
        .hasMessageContaining("transfer-fee");
  }
}
