package org.spineregistry.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.AcceptedCases;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.anchor.it.LocalToken;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.service.start.StartProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.key.KeyPair;

/** From a certified cycle to tokens in a wallet, through the whole service. */
class PaidCohortIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Apart from the cycles of other tests on the same chain. */
  private static final int CYCLE = 400_001;

  private static final String WITH_WALLET = "surgeon-cccccc";
  private static final String WITHOUT = "surgeon-dddddd";

  private final Address wallet = KeyPair.random().address();
  private Installation installation;
  private LocalToken token;
  private RunningPublisher server;

  @TempDir Path dir;

  @BeforeEach
  void prepare() throws Exception {
    installation = new Installation(PaidCohortIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    KeyFile.generate(dir.resolve("publisher.json"));
    KeyFile.generate(dir.resolve("treasury.json"));
    token = new LocalToken(installation.solana, KeyFile.load(dir.resolve("treasury.json")));
    Path wallets =
        Files.writeString(
            dir.resolve("wallets.csv"),
            "beneficiaryId,wallet\n" + WITH_WALLET + "," + wallet + "\n");
    Files.setPosixFilePermissions(wallets, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private RunningPublisher start(Address mint) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spine.settlement.enabled", true);
    settings.put("spine.settlement.mint", mint.base58());
    settings.put("spine.settlement.key-file", dir.resolve("treasury.json").toString());
    settings.put("spine.settlement.wallets", dir.resolve("wallets.csv").toString());
    settings.put("spine.settlement.wait-time", "200ms");
    return RunningPublisher.start(
        dir,
        installation,
        TestCluster.shared().solanaUrl(),
        "none",
        Path.of("../config/rewards/policy-v1.json"),
        settings);
  }

  @Test
  void whatACycleEarnedStandsInTheWalletAsTheBooksSay() throws Exception {
    assertThatThrownBy(() -> start(token.mintWithTransferFee()))
        .hasRootCauseInstanceOf(StartProblem.class)
        .rootCause()
        .hasMessageContaining("transfer-fee");
    server = start(token.mint.address());
    installation.send(
        List.of(
            Certified.completed(
                CYCLE,
                CycleVerdict.CERTIFIED,
                installation.certificate(CYCLE),
                installation.contributions(
                    CYCLE,
                    List.of(
                        new Contribution(1, AcceptedCases.caseId(1), WITH_WALLET, 1, Set.of("3m")),
                        new Contribution(2, AcceptedCases.caseId(2), WITHOUT, 1, Set.of()))))));

    await()
        .atMost(LIMIT)
        .until(() -> server.status("/v1/rewards/" + WITH_WALLET) == 200 && isPaid());
    BigInteger paid = token.balance(wallet);
    assertThat(paid).isEqualTo(new BigInteger("130000000000"));
    JsonNode books = server.get("/v1/rewards/" + WITH_WALLET);
    assertThat(books.at("/balances/paid").asText()).isEqualTo(paid.toString());
    assertThat(books.at("/balances/payable").asText()).isEqualTo("0");
    assertThat(books.findValuesAsText("state")).containsOnly("SETTLED");

    JsonNode batch = server.get("/v1/settlements?state=finalized").at("/settlements/0");
    assertThat(batch.at("/amountBaseUnits").asText()).isEqualTo(paid.toString());
    assertThat(batch.at("/payments/0/beneficiaryId").asText()).isEqualTo(WITH_WALLET);
    assertThat(batch.toString()).doesNotContain(wallet.base58());
    assertThat(server.get("/v1/settlements/" + batch.at("/batchId").asText())).isEqualTo(batch);
    assertThat(server.get("/v1/settlements/waiting").at("/waiting/" + WITHOUT).asText())
        .isEqualTo("NO_WALLET");
    assertThat(server.status("/v1/settlements/unknown")).isEqualTo(404);
    assertThat(server.status("/v1/settlements?state=lost")).isEqualTo(400);
    checkMetrics();
  }

  private boolean isPaid() throws Exception {
    return server
        .get("/v1/rewards/" + WITH_WALLET)
        .at("/balances/paid")
        .asText()
        .equals("130000000000");
  }

  private void checkMetrics() throws Exception {
    assertThat(server.text("/prometheus"))
        .contains(
            "spine_settlement_pending 0.0",
            "spine_settlement_stuck 0.0",
            "spine_settlement_failed 0.0",
            "spine_settlement_hindered 0.0",
            "spine_settlement_oldest_seconds 0.0",
            "spine_settlement_waiting 1.0",
            "spine_settlement_settled_total 2.0",
            "spine_settlement_attempts_total 1.0");
    assertThat(server.text("/health/liveness")).contains("settlement");
    assertThat(server.text("/prometheus")).doesNotContain(wallet.base58());
  }
}
