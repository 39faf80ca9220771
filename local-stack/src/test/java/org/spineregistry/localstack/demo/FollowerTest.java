package org.spineregistry.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.localstack.api.CertificationApi;
import org.spineregistry.localstack.api.Cycle;

class FollowerTest {
  private static final String REGISTRY =
      "{\"campaigns\":[{\"campaignId\":\"hip\",\"cases\":%d,\"lastOrdinal\":%d,\"policyVersion\":%d}]}";
  private static final String CYCLE =
      "{\"cycleId\":\"c%d\",\"campaignId\":\"hip\",\"state\":\"%s\",\"threshold\":%d,\"attempt\":1,"
          + "\"fraction\":%s,\"message\":\"%s\",\"somethingNew\":true}";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private FakeCertification service;

  @BeforeEach
  void start() throws IOException {
    service = new FakeCertification();
    service.shows("/v1/registry", REGISTRY.formatted(5, 5, 1));
    service.shows("/v1/cycles", cycles());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void waitsUntilTheCasesAreCountedAndThePolicyDecides() throws InterruptedException {
    service.shows("/v1/registry", REGISTRY.formatted(5, 5, 1), "", REGISTRY.formatted(9, 9, 2));
    assertThat(follower(Duration.ofSeconds(20)).counted(9).cases()).isEqualTo(9);
    assertThat(follower(Duration.ofSeconds(20)).policyInForce(2).policyVersion()).isEqualTo(2);
  }

  @Test
  void showsWhatHappensAndEndsWithEveryCycle() throws InterruptedException {
    service.shows(
        "/v1/cycles",
        cycles(),
        cycles(cycle(1, "RUNNING", 10, "0.5", "auditing")),
        cycles(cycle(1, "REFUSED", 10, "1.0", ""), cycle(2, "ANCHORING", 20, "1.0", "")),
        cycles(cycle(1, "REFUSED", 10, "1.0", ""), cycle(2, "REWARDED", 20, "1.0", "")));
    List<Cycle> ended = follower(Duration.ofSeconds(20)).ended(List.of(10L, 20L));
    assertThat(ended).extracting(Cycle::state).containsExactly("REFUSED", "REWARDED");
    assertThat(text())
        .contains("cycle 1 of 2, waiting for the request")
        .contains("45 %  cycle 1 of 2, threshold 10: auditing")
        .contains("93 %  cycle 2 of 2, threshold 20: waiting for finality on Solana");
  }

  @Test
  void aCycleOfAnEarlierRunIsWaitedForToo() throws InterruptedException {
    service.shows(
        "/v1/cycles",
        cycles(cycle(1, "RUNNING", 10, "0.5", "")),
        cycles(cycle(1, "FAILED", 10, "0.5", "")));
    assertThat(follower(Duration.ofSeconds(20)).ended(List.of()))
        .extracting(Cycle::failed)
        .containsExactly(true);
  }

  @Test
  void givesUpWhenNothingMoves() {
    Follower follower = follower(Duration.ofMillis(600));
    assertThatThrownBy(() -> follower.counted(6))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("for 6 cases to be counted and nothing moved");
  }

  @Test
  void givesUpWhenAPartOfTheStackIsLost() {
    Follower follower =
        new Follower(
            new CertificationApi(service.url()),
            "hip",
            screen(),
            () -> Optional.of("Kafka ended 4 times"),
            Duration.ofSeconds(20));
    assertThatThrownBy(() -> follower.counted(6))
        .isInstanceOfSatisfying(
            UserProblem.class, problem -> assertThat(problem.exitCode()).isEqualTo(1))
        .hasMessage("Kafka ended 4 times");
  }

  @Test
  void cyclesComeInPages() throws Exception {
    service.shows(
        "/v1/cycles",
        "{\"cycles\":[%s],\"next\":\"c2\"}".formatted(cycle(2, "FAILED", 20, "0", "")),
        cycles(cycle(1, "FAILED", 10, "0", "")));
    assertThat(new CertificationApi(service.url()).cycles("hip"))
        .extracting(Cycle::threshold)
        .containsExactly(10L, 20L);
  }

  private Follower follower(Duration patience) {
    return new Follower(
        new CertificationApi(service.url()), "hip", screen(), Optional::empty, patience);
  }

  private Screen screen() {
    return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String cycles(String... cycles) {
    return "{\"cycles\":[" + String.join(",", cycles) + "]}";
  }

  private static String cycle(int id, String state, long threshold, String fraction, String what) {
    return CYCLE.formatted(id, state, threshold, fraction, what);
  }
}
