package org.spineregistry.localstack.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.spineregistry.cli.policy.PolicyLog;
import org.spineregistry.cli.submit.CaseFile;
import org.spineregistry.cli.submit.Submission;
import org.spineregistry.cli.submit.SubmissionReport;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.localstack.api.CertificationApi;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.api.NotAnswering;
import org.spineregistry.localstack.stack.DataDir;
import org.spineregistry.localstack.stack.Keys;
import org.spineregistry.localstack.stack.LocalStack;
import org.spineregistry.localstack.stack.Ports;
import org.spineregistry.localstack.stack.Service;
import org.spineregistry.localstack.stack.StackListener;
import org.spineregistry.localstack.stack.StackSettings;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;

/**
 * A stack whose services are killed with SIGKILL, each once and in the middle of its work: intake
 * while a file comes in, certification while a cycle runs, the publisher while an anchor waits for
 * finality. The cohort is that of {@link UserStack}, sent in the reverse order.
 */
final class KilledStack implements StackListener {
  private static final Duration LONGEST = Duration.ofMinutes(4);
  private static final Duration SHORT = Duration.ofMillis(50);

  /** Long enough between confirmed and finalized to hit the publisher in between. */
  private static final int SLOT_MILLIS = 200;

  private static KilledStack shared;

  private final List<String> restarts = new CopyOnWriteArrayList<>();
  private final List<String> killedIn = new ArrayList<>();
  private final LocalStack stack;
  private final CertificationApi api;
  private final SubmissionReport report;
  private final Cycle cycle;

  private KilledStack() throws InterruptedException, IOException {
    DataDir data = new DataDir(Scene.folder("killed"));
    data.prepare();
    Keys keys = new Keys(data);
    keys.ensure(Optional.of(HexFormat.of().parseHex(Scene.SEED)));
    StackSettings settings =
        new StackSettings(data, keys, new Ports(Scene.portBase()), SLOT_MILLIS, Map.of());
    stack = new LocalStack(settings, this);
    stack.start();
    api = new CertificationApi(settings.url(Service.CERTIFICATION));
    new PolicyLog(stack.installation()).publish(policy());
    await().atMost(LONGEST).until(() -> policyVersion() == 1);
    report = submitAndKillTheIntake();
    killCertificationAndReviews();
    killThePublisher();
    cycle = cycleIn(Set.of("REWARDED"));
  }

  /** The stack after all that; the scenario runs when first asked for. */
  static synchronized KilledStack get() {
    if (shared == null) {
      try {
        shared = new KilledStack();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return shared;
  }

  /** Makes room for the other stacks of this machine. */
  static synchronized void stop() {
    if (shared != null) {
      shared.stack.close();
    }
  }

  private SubmissionReport submitAndKillTheIntake() throws InterruptedException, IOException {
    Submission submission = new Submission(stack.settings().url(Service.INGESTOR));
    return submission.send(
        reversed(),
        answered -> {
          if (killedIn.isEmpty()) {
            killedIn.add("intake after " + answered + " of " + Scene.CASES);
            stack.process(Service.INGESTOR).kill();
          }
        });
  }

  private void killCertificationAndReviews() {
    await()
        .atMost(LONGEST)
        .pollInterval(SHORT)
        .until(() -> cycle().filter(c -> c.fraction() > 0.1 && !c.ended()).isPresent());
    killedIn.add("certification in " + cycle().map(Cycle::state).orElse("no cycle"));
    stack.process(Service.CERTIFICATION).kill();
    stack.process(Service.REVIEWS).kill();
  }

  private void killThePublisher() {
    Cycle anchoring = cycleIn(Set.of("CERTIFIED", "ANCHORING"));
    killedIn.add("publisher in " + anchoring.state());
    stack.process(Service.PUBLISHER).kill();
  }

  private Cycle cycleIn(Set<String> states) {
    AtomicReference<Cycle> found = new AtomicReference<>();
    await()
        .atMost(LONGEST)
        .pollInterval(SHORT)
        .until(
            () -> {
              cycle().filter(c -> states.contains(c.state())).ifPresent(found::set);
              return found.get() != null;
            });
    return found.get();
  }

  private Optional<Cycle> cycle() {
    try {
      return api.cycles(Scene.CAMPAIGN).stream().findFirst();
    } catch (NotAnswering e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private int policyVersion() throws InterruptedException {
    try {
      Integer version = api.registry(Scene.CAMPAIGN).policyVersion();
      return version == null ? 0 : version;
    } catch (NotAnswering e) {
      return 0;
    }
  }

  private static CaseFile reversed() throws IOException {
    Path cohort = Scene.cohort();
    List<String> lines = new ArrayList<>(Files.readAllLines(cohort));
    Collections.reverse(lines.subList(1, lines.size()));
    byte[] csv = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    DataDictionary campaign = Campaigns.fromClasspath().byId(Scene.CAMPAIGN).orElseThrow();
    return CaseFile.of(csv, campaign, Optional.empty());
  }

  private static CertificationPolicy policy() {
    return CertificationPolicy.newBuilder()
        .setCampaignId(Scene.CAMPAIGN)
        .setVersion(1)
        .setThresholds(List.of((long) Scene.CASES))
        .setGrowthFactor(null)
        .setProfile("rigorous/CONTROLLED")
        .setDatasetSizes(List.of(100, 1_000, 10_000))
        // a run is killed half-way and done again: the datasets do not depend on it
        .setAuditRepeats(1)
        .build();
  }

  /** Names and exit codes of the services that were started again. */
  List<String> restarts() {
    return restarts;
  }

  /** What each victim was doing. */
  List<String> killedIn() {
    return killedIn;
  }

  SubmissionReport report() {
    return report;
  }

  /** The cycle at its end. */
  Cycle finished() {
    return cycle;
  }

  StackSettings settings() {
    return stack.settings();
  }

  Topic topics() {
    return new Topic(settings().kafka(), settings().registryUrl());
  }

  @Override
  public void started(String part, Duration after) {}

  @Override
  public void restarting(String part, int exitCode) {
    restarts.add(part + " " + exitCode);
  }

  @Override
  public void gaveUp(String part, String reason) {
    restarts.add(part + " given up");
  }
}
