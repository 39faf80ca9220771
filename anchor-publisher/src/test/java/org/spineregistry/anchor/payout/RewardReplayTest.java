package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.anchor.reward.Examples.units;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.event.AnchorFinalized;

/**
 * A reward system may read everything again from offset 0, and an operator may reset the
 * application.
 */
class RewardReplayTest {
  private static final Caps CAPS = new Caps(units(900), null, units(2500));
  private static final int CYCLES = 6;

  @TempDir Path folder;
  private Path artifacts;

  @BeforeEach
  void place() {
    artifacts = folder.resolve("artifacts");
  }

  @Test
  void aReplayFromTheStartWritesTheSameBytes() {
    List<TestRecord<String, AnchorFinalized>> input = cyclesWithDuplicates(new Random(7));

    List<String> first = run(input, RewardTopologyTest.policies(CAPS));
    List<String> second = run(input, RewardTopologyTest.policies(CAPS));

    assertThat(first).hasSizeGreaterThan(CYCLES).isEqualTo(second);
  }

  @Test
  void duplicatesOfAnchorsChangeNoByteOfTheOutput() {
    List<TestRecord<String, AnchorFinalized>> once = cycles();

    assertThat(run(cyclesWithDuplicates(new Random(8)), RewardTopologyTest.policies(CAPS)))
        .isEqualTo(run(once, RewardTopologyTest.policies(CAPS)));
  }

  @Test
  void aReplayUnderALaterPolicyLeavesEarlierPayoutsAsTheyWere() {
    RewardPolicy one = Examples.policy(1, CAPS);
    RewardPolicy later = Examples.policy(2, Caps.NONE);
    RewardPolicy two =
        new RewardPolicy(
            later.policyId(),
            later.version(),
            Anchors.CERTIFIED.plusSeconds(CYCLES / 2),
            later.token(),
            later.campaigns());

    List<String> before = run(cycles(), RewardPolicies.of(List.of(one)));
    List<String> after = run(cycles(), RewardPolicies.of(List.of(one, two)));

    List<String> old = ofCycles(before, 1, CYCLES / 2 - 1);
    assertThat(old).isNotEmpty().isEqualTo(ofCycles(after, 1, CYCLES / 2 - 1));
    assertThat(ofCycles(after, CYCLES / 2, CYCLES))
        .isNotEqualTo(ofCycles(before, CYCLES / 2, CYCLES));
  }

  private List<String> run(
      List<TestRecord<String, AnchorFinalized>> input, RewardPolicies policies) {
    try (RewardDriver rewards = new RewardDriver(policies, artifacts)) {
      input.forEach(rewards.anchors::pipeInput);
      List<String> output = new ArrayList<>(rewards.bytes(REWARD_GRANTED));
      output.addAll(rewards.bytes(REWARD_CYCLE));
      return output;
    }
  }

  /** Six growing cohorts of one campaign. */
  private List<TestRecord<String, AnchorFinalized>> cycles() {
    Anchors anchors = new Anchors(artifacts);
    List<TestRecord<String, AnchorFinalized>> cycles = new ArrayList<>();
    for (int cycle = 1; cycle <= CYCLES; cycle++) {
      cycles.add(anchors.of(cycle, CAMPAIGN, Anchors.CERTIFIED.plusSeconds(cycle), cohort(cycle)));
    }
    return cycles;
  }

  /** As they were, each again at some later place. */
  private List<TestRecord<String, AnchorFinalized>> cyclesWithDuplicates(Random random) {
    List<TestRecord<String, AnchorFinalized>> input = new ArrayList<>(cycles());
    for (TestRecord<String, AnchorFinalized> again : cycles()) {
      int first = input.indexOf(again);
      input.add(first + 1 + random.nextInt(input.size() - first), again);
    }
    return input;
  }

  private static List<Contribution> cohort(int cycle) {
    List<Contribution> cohort = new ArrayList<>();
    for (int ordinal = 1; ordinal <= 8 * cycle; ordinal++) {
      String who = "surgeon-aaaaa" + (char) ('a' + ordinal % 3);
      cohort.add(
          ordinal % 4 < cycle % 4
              ? contribution(ordinal, who, "3m", "12m")
              : contribution(ordinal, who));
    }
    return cohort;
  }

  /** Records whose bytes name one of the cycles. */
  private static List<String> ofCycles(List<String> records, int from, int to) {
    List<String> ids =
        IntStream.rangeClosed(from, to)
            .mapToObj(Anchors::cycleId)
            .map(id -> HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8)))
            .toList();
    return records.stream()
        .filter(record -> ids.stream().anyMatch(record::contains))
        .collect(Collectors.toList());
  }
}
