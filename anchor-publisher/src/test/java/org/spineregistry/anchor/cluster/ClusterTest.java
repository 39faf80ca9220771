package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.fake.FakeClock;
import org.spineregistry.anchor.fake.FakeEndpoint;
import org.spineregistry.solana.finality.EndpointView;
import org.spineregistry.solana.rpc.Failures;

class ClusterTest {
  private static final List<String> SIGNATURES = List.of("signature");

  private final FakeClock clock = new FakeClock(Certified.AT);
  private final FakeChain chain = new FakeChain(1);
  private final FakeEndpoint a = new FakeEndpoint("a", chain);
  private final FakeEndpoint b = new FakeEndpoint("b", chain);
  private final Cluster cluster = Clusters.guarded(List.of(a, b), clock, new SimpleMeterRegistry());

  @Test
  void theFirstClusterIsTheOneThatItsEndpointsBelongTo() {
    assertThat(cluster.identify(null)).contains(chain.genesisHash());
    assertThat(cluster.genesisHash()).isEqualTo(chain.genesisHash());
  }

  @Test
  void endpointsOfAnotherClusterThanTheAnchorsAreRefused() {
    String earlier = new FakeChain(2).genesisHash();

    assertThatThrownBy(() -> cluster.identify(earlier))
        .isInstanceOf(WrongCluster.class)
        .hasMessageContaining(
            "endpoint a belongs to the cluster with genesis hash " + chain.genesisHash())
        .hasMessageContaining("the anchors so far are of " + earlier);
  }

  @Test
  void endpointsOfTwoClustersAreRefused() {
    b.belongsTo(new FakeChain(2).genesisHash());

    assertThatThrownBy(() -> cluster.identify(null))
        .isInstanceOf(WrongCluster.class)
        .hasMessageContaining("another configured endpoint");
  }

  @Test
  void anEndpointThatIsAwayAtTheStartIsCheckedWhenItComesBack() {
    b.down(Failures::noAnswer);
    assertThat(cluster.identify(chain.genesisHash())).isPresent();

    b.down(null);
    b.belongsTo(new FakeChain(2).genesisHash());
    clock.advance(Duration.ofMinutes(1));

    EndpointView view = cluster.views(SIGNATURES).get(1);
    assertThat(view).isInstanceOf(EndpointView.Silent.class);
    assertThat(((EndpointView.Silent) view).reason()).contains("belongs to cluster");
  }

  @Test
  void anEndpointIsCheckedAgainAfterAFailureBecauseAnotherClusterMayStandBehindIt() {
    cluster.identify(null);
    assertThat(cluster.views(SIGNATURES)).allMatch(EndpointView.Answered.class::isInstance);
    a.down(Failures::noAnswer);
    cluster.views(SIGNATURES);

    a.down(null);
    a.belongsTo(new FakeChain(2).genesisHash());
    clock.advance(Duration.ofMinutes(1));

    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Silent.class);
  }

  @Test
  void nothingIsKnownWhileNoEndpointAnswers() {
    a.down(Failures::noAnswer);
    b.down(Failures::noAnswer);

    assertThat(cluster.identify(null)).isEmpty();
    assertThat(cluster.genesisHash()).isNull();
    assertThat(cluster.answers()).isFalse();
  }

  @Test
  void aFailingEndpointIsLeftAloneForAWhileAndItsViewIsSilence() {
    cluster.identify(null);
    a.down(Failures::noAnswer);
    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Silent.class);
    int calls = a.calls();

    a.down(null);
    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Silent.class);
    assertThat(a.calls()).as("not asked during the pause").isEqualTo(calls);

    clock.advance(Pause.FIRST);
    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Answered.class);
  }

  @Test
  void aServerThatAsksForAPauseGetsIt() {
    cluster.identify(null);
    a.down(() -> Failures.rateLimited(Duration.ofSeconds(20)));
    cluster.views(SIGNATURES);
    a.down(null);

    clock.advance(Duration.ofSeconds(19));
    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Silent.class);
    clock.advance(Duration.ofSeconds(1));
    assertThat(cluster.views(SIGNATURES).get(0)).isInstanceOf(EndpointView.Answered.class);
  }

  @Test
  void oneAnswerIsTakenFromTheFirstEndpointThatHasIt() {
    cluster.identify(null);
    a.down(Failures::noAnswer);

    assertThat(cluster.first(endpoint -> endpoint.rentExemption(0))).contains(890_880L);
  }

  @Test
  void everyEndpointIsAskedAndSilenceKeepsItsPlace() {
    cluster.identify(null);
    a.down(Failures::noAnswer);

    assertThat(cluster.all(endpoint -> endpoint.rentExemption(1)))
        .containsExactly(Optional.empty(), Optional.of(897_840L));
  }

  @Test
  void aRefusalOfATransactionIsNoFailureOfTheEndpoint() {
    cluster.identify(null);
    a.loseAnswers(() -> Failures.refused(-32003));
    byte[] anything = new SampleTransaction().bytes();

    cluster.send(anything);

    assertThat(cluster.condition()).containsEntry("a", "answers");
  }

  @Test
  void theConditionNamesEndpointsAndReasonsOnly() {
    cluster.identify(null);
    a.down(Failures::noAnswer);
    cluster.views(SIGNATURES);

    assertThat(cluster.condition())
        .containsEntry("a", "no answer: IOException")
        .containsEntry("b", "answers");
  }
}
