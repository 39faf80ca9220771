package org.spineregistry.localstack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.policy.PolicyLog;
import org.spineregistry.cli.submit.CaseFile;
import org.spineregistry.cli.submit.Submission;
import org.spineregistry.cli.submit.SubmissionReport;
import org.spineregistry.localstack.api.CertificationApi;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.api.RegistrySize;
import org.spineregistry.localstack.stack.DataDir;
import org.spineregistry.localstack.stack.LocalStack;
import org.spineregistry.localstack.stack.Ports;
import org.spineregistry.localstack.stack.Service;
import org.spineregistry.localstack.stack.StackSettings;

/** One run from the first process to the summary. */
final class Demo {
  /**
   * A step of the largest cycle takes seconds; nothing at all for so long means that something
   * hangs.
   */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final long POLL_MILLIS = 500;

  private final Options options;
  private final Screen screen;

  Demo(Options options, Screen screen) {
    this.options = options;
    this.screen = screen;
  }

  /**
   * @return exit code
   * @throws org.spineregistry.cli.UserProblem for wrong options, a missing prerequisite, a run that
   *     does not come to its end
   */
  int run() throws InterruptedException {
    Plan plan = Plan.of(options);
    DataDir data = new DataDir(options.dataDir);
    data.prepare();
    try (DataDir.Lock lock = data.lock()) {
      StackSettings settings = StackSettings.of(data, new Ports(options.portBase));
      settings.keys().ensure(Plan.seed(options));
      CaseFile cases = plan.cases(settings.keys().seed());
      screen.line(
          "Spine registry on this machine, campaign "
              + plan.campaign().title()
              + ", data in "
              + data.root());
      screen.title("Starting");
      try (LocalStack stack = new LocalStack(settings, screen)) {
        stack.start();
        RunSummary summary = play(plan, cases, stack);
        int code = summary.complete() ? ExitCode.OK : ExitCode.FAILED;
        if (!options.once) {
          return stay(stack);
        }
        screen.title(
            "Stopping; without --once the stack stays up, so that its ledger can be asked");
        return code;
      } catch (RuntimeException e) {
        data.requireSpaceLeft();
        throw e;
      }
    }
  }

  private RunSummary play(Plan plan, CaseFile cases, LocalStack stack) throws InterruptedException {
    StackSettings settings = stack.settings();
    String campaign = plan.campaign().campaignId();
    Follower follower =
        new Follower(
            new CertificationApi(settings.url(Service.CERTIFICATION)),
            campaign,
            screen,
            stack::failure,
            PATIENCE);
    RegistrySize before = follower.size();
    List<Long> thresholds = plan.thresholdsFor(cases);
    if (!thresholds.isEmpty()) {
      enforce(stack, follower, plan, thresholds);
    }
    SubmissionReport report = submit(settings, cases);
    RegistrySize after = follower.counted(report.accepted());
    if (thresholds.isEmpty()) {
      thresholds = List.of((long) report.accepted());
      after = enforce(stack, follower, plan, thresholds);
    }
    long size = after.cases();
    List<Long> reached = thresholds.stream().filter(t -> t <= size).toList();
    screen.title("Certifying");
    List<Cycle> cycles = follower.ended(asked(reached, before));
    RunSummary summary =
        new RunSummary(
            campaign,
            plan.input().isEmpty(),
            report,
            thresholds,
            size,
            cycles,
            proofs(cycles, settings),
            settings);
    tell(summary);
    return summary;
  }

  private static Map<String, Proof> proofs(List<Cycle> cycles, StackSettings settings) {
    return cycles.stream()
        .filter(cycle -> cycle.anchor() != null)
        .collect(Collectors.toMap(Cycle::cycleId, cycle -> Proof.of(cycle, settings)));
  }

  private static RegistrySize enforce(
      LocalStack stack, Follower follower, Plan plan, List<Long> thresholds)
      throws InterruptedException {
    PolicyInForce policy = new PolicyInForce(new PolicyLog(stack.installation()), plan.profile());
    return follower.policyInForce(policy.ensure(plan.campaign().campaignId(), thresholds));
  }

  private SubmissionReport submit(StackSettings settings, CaseFile cases)
      throws InterruptedException {
    screen.title("Submitting " + cases.rows() + " cases");
    int sendable = Math.max(1, cases.cases().size());
    SubmissionReport report =
        new Submission(settings.url(Service.INGESTOR))
            .send(
                cases,
                answered ->
                    screen.progress(
                        (double) answered / sendable, answered + " of " + sendable + " answered"));
    Stream<String> refusals = report.refusals().stream().flatMap(r -> r.lines().stream());
    refusals.forEach(line -> screen.line("  " + line));
    screen.line("  " + report.sentence());
    return report;
  }

  /** A threshold that the registry had passed under an earlier policy does not ask again. */
  private static List<Long> asked(List<Long> reached, RegistrySize before) {
    long last = before.lastRequestedThreshold() == null ? 0 : before.lastRequestedThreshold();
    return reached.stream().filter(t -> t > last).toList();
  }

  private void tell(RunSummary summary) {
    screen.title("Summary");
    SummaryText.lines(summary).forEach(screen::line);
    if (options.summary != null) {
      SummaryJson.write(options.summary, summary);
      screen.line("");
      screen.line("Summary as JSON in " + options.summary);
    }
  }

  private int stay(LocalStack stack) throws InterruptedException {
    screen.title("The stack stays up until Ctrl-C");
    for (Service service : Service.values()) {
      screen.line("  %-24s %s".formatted(service.title(), stack.settings().url(service)));
    }
    screen.line("  %-24s %s".formatted("Kafka", stack.settings().kafka()));
    screen.line("  %-24s %s".formatted("schema registry", stack.settings().registryUrl()));
    screen.line("  %-24s %s".formatted("Solana", stack.settings().rpcUrl()));
    while (stack.failure().isEmpty()) {
      Thread.sleep(POLL_MILLIS);
    }
    return ExitCode.FAILED;
  }
}
