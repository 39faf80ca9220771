package org.spineregistry.nodes;

import java.nio.file.Path;
import java.util.Optional;
import org.spineregistry.nodes.port.FreePort;

/**
 * Where and how the schema registry runs.
 *
 * @param archive folder that the Apicurio archive was unpacked into
 * @param dataDir folder of its database; empty keeps schemas in memory until it stops
 * @param log output of the process
 * @param port for HTTP
 * @param maxHeapMegabytes heap limit
 */
public record RegistrySettings(
    Path archive, Optional<Path> dataDir, Path log, int port, int maxHeapMegabytes) {

  public RegistrySettings {
    dataDir = dataDir.map(Path::toAbsolutePath);
    // the path becomes part of a database URL, where a semicolon ends it
    if (dataDir.filter(path -> path.toString().contains(";")).isPresent()) {
      throw new IllegalArgumentException("the registry's data folder has a semicolon in its path");
    }
  }

  /** In memory, log in {@code root/logs/registry.log}, on a free port. */
  public static RegistrySettings inMemory(Path root, FreePort ports) {
    return new RegistrySettings(
        ProjectFolder.locate("spine.apicurio.home", "local-nodes/target/apicurio"),
        Optional.empty(),
        root.resolve("logs/registry.log"),
        ports.next(),
        192);
  }

  /**
   * As {@link #inMemory}, with a database in {@code root/data/registry}: schemas keep their ids
   * across restarts.
   */
  public static RegistrySettings under(Path root, FreePort ports) {
    RegistrySettings memory = inMemory(root, ports);
    return new RegistrySettings(
        memory.archive,
        Optional.of(root.resolve("data/registry")),
        memory.log,
        memory.port,
        memory.maxHeapMegabytes);
  }

  public RegistrySettings withPort(int http) {
    return new RegistrySettings(archive, dataDir, log, http, maxHeapMegabytes);
  }

  public RegistrySettings withArchive(Path unpacked) {
    return new RegistrySettings(unpacked, dataDir, log, port, maxHeapMegabytes);
  }
}
