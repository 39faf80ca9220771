package org.spineregistry.synthesis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.testing.OptData;

class ReplicateTest {
  private static final Seed SEED = Seed.ofHex("07".repeat(32));

  @Property(tries = 100, seed = "2026")
  void everyPatientIsAStrangerOnceARepeat(
      @ForAll @IntRange(min = 10, max = 200) int patients,
      @ForAll @IntRange(min = 2, max = 6) int folds,
      @ForAll @IntRange(min = 1, max = 7) int sites) {
    List<String> labels = IntStream.range(0, patients).mapToObj(i -> "s" + i % sites).toList();

    List<Replicate> plan = Replicate.plan(labels, 2, folds, SEED);

    assertThat(plan).hasSize(2 * folds);
    for (int repeat = 1; repeat <= 2; repeat++) {
      int number = repeat;
      int[] strangers =
          plan.stream()
              .filter(replicate -> replicate.repeat() == number)
              .flatMapToInt(replicate -> Arrays.stream(replicate.strangers()))
              .sorted()
              .toArray();
      assertThat(strangers).containsExactly(IntStream.range(0, patients).toArray());
    }
    for (Replicate replicate : plan) {
      int[] all =
          IntStream.concat(Arrays.stream(replicate.members()), Arrays.stream(replicate.strangers()))
              .sorted()
              .toArray();
      assertThat(all).containsExactly(IntStream.range(0, patients).toArray());
      assertThat(replicate.strangers().length)
          .isBetween(patients / folds, (patients + folds - 1) / folds);
    }
  }

  @Test
  void everyFoldHoldsItsShareOfEachSite() {
    List<String> sites = OptData.sites();

    for (Replicate replicate : Replicate.plan(sites, 2, 5, SEED)) {
      for (String site : List.of("NY", "MN", "KY", "MS")) {
        long whole = sites.stream().filter(site::equals).count();
        long aside =
            Arrays.stream(replicate.strangers()).filter(r -> sites.get(r).equals(site)).count();
        assertThat(aside).isBetween(whole / 5, whole / 5 + 1);
      }
    }
  }

  @Test
  void repeatsSplitDifferentlyAndSeedsToo() {
    List<String> sites = OptData.sites();
    List<Replicate> plan = Replicate.plan(sites, 2, 5, SEED);
    List<Replicate> other = Replicate.plan(sites, 1, 5, Seed.ofHex("08".repeat(32)));

    assertThat(plan.get(0).strangers()).isNotEqualTo(plan.get(5).strangers());
    assertThat(plan.get(0).strangers()).isNotEqualTo(other.get(0).strangers());
    assertThat(plan.get(6).label()).isEqualTo("audit/7");
    assertThat(plan.get(0).isMember(823)[plan.get(0).members()[0]]).isTrue();
    assertThat(plan.get(0).isMember(823)[plan.get(0).strangers()[0]]).isFalse();
  }
}
