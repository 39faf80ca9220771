package org.spineregistry.solana.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spineregistry.solana.finality.AnchorDecision.ReadBack;
import org.spineregistry.solana.finality.AnchorDecision.SignAgain;
import org.spineregistry.solana.finality.EndpointView.Answered;
import org.spineregistry.solana.finality.EndpointView.Silent;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.SignatureStatus;
import org.spineregistry.solana.rpc.Tip;

/**
 * Honest endpoints of one chain, each as far behind, as forgetful and as slow as it likes, against
 * what really happened on it. One block a slot, so heights are slots; an attempt may land in the
 * 150 blocks after the slot that it was signed at.
 */
class AnchorDecisionPropertyTest {
  private static final int FINAL_SLOTS = 32;
  private static final int BLOCKHASH_LIFE = 150;

  /**
   * @param landed slot of the block that holds it, 0 when none ever does
   */
  record Truth(Attempt attempt, long landed) {
    boolean inChainAt(long slot) {
      return landed != 0 && landed <= slot;
    }
  }

  /**
   * @param heightAt tip of the backend that answered for the height
   * @param statusAt tip of the backend that answered for the statuses
   */
  record Backend(long heightAt, long statusAt, long firstAvailable, boolean answers) {}

  @Provide
  Arbitrary<List<Truth>> chains() {
    Arbitrary<Truth> first =
        Combinators.combine(
                Arbitraries.longs().between(1_000, 1_020),
                Arbitraries.longs().between(-60, BLOCKHASH_LIFE))
            .as((signed, after) -> truth("first", signed, after));
    return first.flatMap(
        one ->
            Combinators.combine(
                    Arbitraries.longs().between(1_200, 1_260),
                    Arbitraries.longs().between(-60, BLOCKHASH_LIFE),
                    Arbitraries.of(true, false))
                .as(
                    (signed, after, second) ->
                        second ? List.of(one, truth("second", signed, after)) : List.of(one)));
  }

  private static Truth truth(String signature, long signed, long after) {
    return new Truth(
        new Attempt(signature, signed, signed + BLOCKHASH_LIFE), after <= 0 ? 0 : signed + after);
  }

  @Provide
  Arbitrary<List<Backend>> backends() {
    return Combinators.combine(
            Arbitraries.longs().between(1_000, 1_600),
            Arbitraries.longs().between(1_000, 1_600),
            Arbitraries.oneOf(Arbitraries.just(0L), Arbitraries.longs().between(900, 1_300)),
            Arbitraries.of(true, true, true, false))
        .as(Backend::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  private static EndpointView view(String name, Backend backend, List<Truth> chain) {
    if (!backend.answers()) {
      return new Silent(name, "no answer");
    }
    Map<String, Optional<SignatureStatus>> statuses = new HashMap<>();
    for (Truth truth : chain) {
      boolean known =
          truth.inChainAt(backend.statusAt()) && truth.landed() >= backend.firstAvailable();
      Commitment level =
          truth.inChainAt(backend.statusAt() - FINAL_SLOTS)
              ? Commitment.FINALIZED
              : Commitment.PROCESSED;
      statuses.put(
          truth.attempt().signature(),
          known ? Optional.of(new SignatureStatus(truth.landed(), level, null)) : Optional.empty());
    }
    long finalized = backend.heightAt() - FINAL_SLOTS;
    return new Answered(
        name,
        new Tip(finalized, finalized),
        backend.statusAt(),
        statuses,
        backend.firstAvailable());
  }

  private static AnchorDecision decide(List<Truth> chain, List<Backend> backends) {
    List<EndpointView> views = new ArrayList<>();
    backends.forEach(backend -> views.add(view("endpoint " + views.size(), backend, chain)));
    return AnchorDecision.decide(chain.stream().map(Truth::attempt).toList(), views);
  }

  @Property(tries = 8_000, seed = "150", edgeCases = EdgeCasesMode.NONE)
  void neverSignsAgainWhenAnAttemptLandedOrStillCan(
      @ForAll("chains") List<Truth> chain, @ForAll("backends") List<Backend> backends) {
    if (decide(chain, backends) instanceof SignAgain) {
      assertThat(chain).allMatch(truth -> truth.landed() == 0);
      assertThat(backends)
          .allMatch(
              backend ->
                  chain.stream()
                      .allMatch(
                          t ->
                              backend.heightAt() - FINAL_SLOTS
                                  > t.attempt().lastValidBlockHeight()));
    }
  }

  @Property(tries = 2_000, seed = "151", edgeCases = EdgeCasesMode.NONE)
  void signsAgainWhenEveryEndpointIsFarEnoughAndNothingLanded(
      @ForAll("chains") List<Truth> chain, @ForAll("backends") List<Backend> backends) {
    List<Truth> lost = chain.stream().map(truth -> new Truth(truth.attempt(), 0)).toList();
    List<Backend> late =
        backends.stream().map(backend -> new Backend(1_600, 1_600, 0, true)).toList();

    assertThat(decide(lost, late)).isEqualTo(new SignAgain());
  }

  @Property(tries = 2_000, seed = "152", edgeCases = EdgeCasesMode.NONE)
  void findsWhatLandedOnceOneEndpointHasFinalizedIt(
      @ForAll("chains") List<Truth> chain, @ForAll("backends") List<Backend> backends) {
    List<Backend> oneKnows = new ArrayList<>(backends);
    oneKnows.add(new Backend(1_600, 1_600, 0, true));
    boolean anyLanded = chain.stream().anyMatch(truth -> truth.landed() != 0);

    assertThat(decide(chain, oneKnows) instanceof ReadBack).isEqualTo(anyLanded);
  }

  @Property(tries = 2_000, seed = "153", edgeCases = EdgeCasesMode.NONE)
  void theOrderOfTheAnswersDoesNotMatter(
      @ForAll("chains") List<Truth> chain,
      @ForAll("backends") List<Backend> backends,
      @ForAll Random random) {
    List<Backend> shuffled = new ArrayList<>(backends);
    Collections.shuffle(shuffled, random);

    assertThat(decide(chain, shuffled)).hasSameClassAs(decide(chain, backends));
  }

  @Property(tries = 2_000, seed = "154", edgeCases = EdgeCasesMode.NONE)
  void oneSilentEndpointForbidsToSignAgain(
      @ForAll("chains") List<Truth> chain, @ForAll("backends") List<Backend> backends) {
    List<Backend> oneSilent = new ArrayList<>(backends);
    oneSilent.add(new Backend(1_600, 1_600, 0, false));

    assertThat(decide(chain, oneSilent)).isNotInstanceOf(SignAgain.class);
  }
}
