package org.spineregistry.nodes.port;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says which ports of the loopback address another program listens on. */
public final class PortCheck {
  private PortCheck() {}

  /** True if a server could listen on {@code 127.0.0.1:port} now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // what is left of closed connections to an earlier server is no obstacle to the next one
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The taken ones of the wanted ports, in the given order.
   *
   * @param wanted who wants the port, and the port
   */
  public static Map<String, Integer> taken(Map<String, Integer> wanted) {
    Map<String, Integer> taken = new LinkedHashMap<>(wanted);
    taken.values().removeIf(PortCheck::isFree);
    return taken;
  }

  /**
   * Does nothing if all wanted ports are free.
   *
   * @throws PortTakenException naming every port that is taken, and who wanted it
   */
  public static void requireFree(Map<String, Integer> wanted) {
    Map<String, Integer> taken = taken(wanted);
    if (!taken.isEmpty()) {
      throw new PortTakenException(
          taken.entrySet().stream()
              .map(
                  e -> "port " + e.getValue() + " (" + e.getKey() + ") is taken by another program")
              .collect(Collectors.joining("; ")));
    }
  }
}
