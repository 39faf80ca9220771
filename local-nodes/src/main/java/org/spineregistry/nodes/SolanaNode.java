package org.spineregistry.nodes;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.spineregistry.nodes.port.PortCheck;
import org.spineregistry.nodes.process.ManagedProcess;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.nodes.process.ProcessSpec;
import org.spineregistry.nodes.process.Readiness;

/** The project's Solana server (JSON-RPC over the real runtime) as a child process. */
public final class SolanaNode {
  private static final Pattern READY =
      Pattern.compile("^solana-local http://\\S+ slot \\d+ genesis (\\S+)", Pattern.MULTILINE);

  private final SolanaSettings settings;
  private final ManagedProcess process;

  /** Nothing is started yet; the group stops the server at the latest. */
  public SolanaNode(SolanaSettings settings, ProcessGroup group) {
    this.settings = settings;
    this.process = group.process(spec(settings));
  }

  /**
   * Starts it and returns when it answers; installs its packages first if they are missing. Errors
   * as in {@link KafkaNode#start}, and if Node.js is missing or too old.
   */
  public void start() {
    PortCheck.requireFree(Map.of("Solana server", settings.port()));
    new NodeInstallation(settings.folder()).ensure();
    process.start();
  }

  /** Address of the JSON-RPC service. */
  public String url() {
    return "http://127.0.0.1:" + settings.port();
  }

  /** Genesis hash, base58, which names the cluster; only after a start. */
  public String genesisHash() {
    return process.output().find(READY).orElseThrow().group(1);
  }

  /** To stop, kill, pause or restart it. */
  public ManagedProcess process() {
    return process;
  }

  private ProcessSpec spec(SolanaSettings solana) {
    List<String> command =
        List.of(
            "node",
            "server.mjs",
            // it ends when this JVM dies, even by SIGKILL
            "--exit-on-eof",
            "--port",
            Integer.toString(solana.port()),
            "--slot-ms",
            Integer.toString(solana.slotMillis()),
            "--state",
            solana.stateDir().toString());
    return ProcessSpec.of("Solana server", command, solana.log())
        .withDirectory(solana.folder())
        .readyWhen(Readiness.line(READY).and(Readiness.http(URI.create(url() + "/health"))))
        .withLimits(Duration.ofSeconds(60), Duration.ofSeconds(10));
  }
}
