package org.spineregistry.localstack.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.nodes.port.PortCheck;

/**
 * Ports of one stack on loopback: eight in a row.
 *
 * @param base the first one
 */
public record Ports(int base) {
  /** What is used when nobody says otherwise. */
  public static final int DEFAULT_BASE = 18080;

  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_528;

  public Ports {
    if (base < LOWEST || base > HIGHEST) {
      throw UserProblem.input("--port-base: from " + LOWEST + " to " + HIGHEST);
    }
  }

  public int of(Service service) {
    return base + service.ordinal();
  }

  public int registry() {
    return base + 4;
  }

  public int solana() {
    return base + 5;
  }

  public int kafka() {
    return base + 6;
  }

  public int kafkaController() {
    return base + 7;
  }

  /** Who listens where. */
  public Map<String, Integer> all() {
    Map<String, Integer> all = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      all.put(service.title(), of(service));
    }
    all.put("schema registry", registry());
    all.put("Solana server", solana());
    all.put("Kafka", kafka());
    all.put("Kafka controller", kafkaController());
    return all;
  }

  /**
   * @throws UserProblem naming every port that is taken
   */
  public void requireFree() {
    Map<String, Integer> taken = PortCheck.taken(all());
    if (!taken.isEmpty()) {
      throw UserProblem.input(
          taken.entrySet().stream()
                  .map(e -> "port " + e.getValue() + " (" + e.getKey() + ") is taken")
                  .collect(Collectors.joining("; "))
              + ". Is another stack running? Stop it, or choose other ports with --port-base N");
    }
  }
}
