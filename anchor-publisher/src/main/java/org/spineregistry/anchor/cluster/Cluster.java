package org.spineregistry.anchor.cluster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.spineregistry.solana.finality.EndpointView;

/**
 * All configured endpoints of one Solana cluster. Transactions go to all of them, "not found" is
 * believed only from all of them, and what any one can answer is taken from the first that does.
 * One thread identifies it; several may ask and send at the same time.
 */
public final class Cluster {
  private final List<GuardedEndpoint> endpoints;
  private volatile String genesisHash;

  Cluster(List<GuardedEndpoint> endpoints) {
    this.endpoints = List.copyOf(endpoints);
  }

  /**
   * Finds out which cluster this is, or that it is the expected one.
   *
   * @param expected genesis hash of earlier anchors, null when there are none
   * @return empty when no endpoint answers and none is expected
   * @throws WrongCluster when an endpoint belongs to another cluster
   */
  public Optional<String> identify(String expected) {
    Map<String, String> answers = new TreeMap<>();
    endpoints.forEach(
        endpoint ->
            endpoint.askGenesisHash().ifPresent(genesis -> answers.put(endpoint.name(), genesis)));
    String genesis = expected;
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      if (genesis == null) {
        genesis = answer.getValue();
      } else if (!genesis.equals(answer.getValue())) {
        throw new WrongCluster(answer.getKey(), answer.getValue(), genesis, expected != null);
      }
    }
    if (genesis != null) {
      expect(genesis);
    }
    return Optional.ofNullable(genesis);
  }

  private void expect(String genesis) {
    genesisHash = genesis;
    endpoints.forEach(endpoint -> endpoint.expect(genesis));
  }

  /** Genesis hash, null before {@link #identify} has found it out. */
  public String genesisHash() {
    return genesisHash;
  }

  /** One view for each endpoint, silent ones too. */
  public List<EndpointView> views(List<String> signatures) {
    List<EndpointView> views = new ArrayList<>();
    for (GuardedEndpoint endpoint : endpoints) {
      views.add(endpoint.view(e -> e.probe(signatures)));
    }
    return views;
  }

  /** Same bytes to every endpoint. */
  public void send(byte[] transaction) {
    endpoints.forEach(endpoint -> endpoint.send(transaction));
  }

  /** Answer of the first endpoint that has one. */
  public <T> Optional<T> first(Function<Endpoint, T> question) {
    for (GuardedEndpoint endpoint : endpoints) {
      Optional<T> answer = endpoint.ask(question);
      if (answer.isPresent()) {
        return answer;
      }
    }
    return Optional.empty();
  }

  /** What each endpoint answers, in their order; empty where it has no answer that counts. */
  public <T> List<Optional<T>> all(Function<Endpoint, T> question) {
    List<Optional<T>> answers = new ArrayList<>();
    endpoints.forEach(endpoint -> answers.add(endpoint.ask(question)));
    return answers;
  }

  /**
   * Asks every endpoint in turn for something that only some may have, and tells the ones that are
   * not to be believed.
   */
  public <T> Optional<T> search(
      Function<Endpoint, Optional<T>> question, Function<T, Optional<String>> objection) {
    for (GuardedEndpoint endpoint : endpoints) {
      Optional<T> found = endpoint.ask(question).flatMap(answer -> answer);
      if (found.isPresent()) {
        Optional<String> doubt = objection.apply(found.get());
        if (doubt.isEmpty()) {
          return found;
        }
        endpoint.quarantine(doubt.get());
      }
    }
    return Optional.empty();
  }

  /** Whether any endpoint can be asked. */
  public boolean answers() {
    return endpoints.stream().anyMatch(endpoint -> endpoint.silence().isEmpty());
  }

  /** By endpoint: why it has no say, or {@code answers}. */
  public Map<String, String> condition() {
    Map<String, String> condition = new LinkedHashMap<>();
    endpoints.forEach(e -> condition.put(e.name(), e.silence().orElse("answers")));
    return condition;
  }
}
