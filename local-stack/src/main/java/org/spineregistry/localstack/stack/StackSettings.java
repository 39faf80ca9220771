package org.spineregistry.localstack.stack;

import java.util.Map;

/**
 * One stack.
 *
 * @param slotMillis length of a slot of the local ledger
 * @param environment further variables for every service, for example a log level
 */
public record StackSettings(
    DataDir data, Keys keys, Ports ports, int slotMillis, Map<String, String> environment) {
  private static final int SLOT_MILLIS = 100;

  public StackSettings {
    environment = Map.copyOf(environment);
  }

  /** The usual one. */
  public static StackSettings of(DataDir data, Ports ports) {
    return new StackSettings(data, new Keys(data), ports, SLOT_MILLIS, Map.of());
  }

  public String kafka() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** Confluent API of the schema registry. */
  public String registryUrl() {
    return "http://127.0.0.1:" + ports.registry() + "/apis/ccompat/v7";
  }

  /** Solana JSON-RPC. */
  public String rpcUrl() {
    return "http://127.0.0.1:" + ports.solana();
  }

  /** Base address of a service. */
  public String url(Service service) {
    return "http://127.0.0.1:" + ports.of(service);
  }
}
