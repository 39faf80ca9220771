package org.spineregistry.nodes;

import java.nio.file.Path;
import org.spineregistry.nodes.port.FreePort;

/**
 * Where and how the local Solana server runs.
 *
 * @param folder of {@code server.mjs}
 * @param stateDir ledger; kept across restarts
 * @param log output of the process
 * @param port for JSON-RPC
 * @param slotMillis length of a slot; 0 stops the clock except on demand
 */
public record SolanaSettings(Path folder, Path stateDir, Path log, int port, int slotMillis) {

  public SolanaSettings {
    folder = folder.toAbsolutePath();
    stateDir = stateDir.toAbsolutePath();
    if (slotMillis < 0) {
      throw new IllegalArgumentException("slotMillis is negative: " + slotMillis);
    }
  }

  /**
   * The project's server; state in {@code root/data/solana}, log in {@code root/logs/solana.log}, a
   * free port.
   */
  public static SolanaSettings under(Path root, FreePort ports, int slotMillis) {
    return new SolanaSettings(
        ProjectFolder.locate("spine.solana.server", "local-stack/solana-server"),
        root.resolve("data/solana"),
        root.resolve("logs/solana.log"),
        ports.next(),
        slotMillis);
  }

  public SolanaSettings withPort(int rpc) {
    return new SolanaSettings(folder, stateDir, log, rpc, slotMillis);
  }

  public SolanaSettings withFolder(Path server) {
    return new SolanaSettings(server, stateDir, log, port, slotMillis);
  }
}
