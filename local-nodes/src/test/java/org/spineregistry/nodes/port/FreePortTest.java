package org.spineregistry.nodes.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void neverGivesTheSamePortTwice() {
    FreePort ports = new FreePort();

    List<Integer> given = IntStream.range(0, 200).map(i -> ports.next()).boxed().toList();

    assertThat(given).doesNotHaveDuplicates().hasSize(200);
  }

  @Test
  void givesPortsThatCanBeListenedOnAndAreNobodysSourcePort() throws IOException {
    int port = new FreePort().next();

    assertThat(port).isBetween(FreePort.FIRST, FreePort.LAST).isLessThan(32_768);
    try (ServerSocket server = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(server.getLocalPort()).isEqualTo(port);
    }
  }

  @Test
  void passesOverATakenPort() throws IOException {
    FreePort ports = new FreePort();
    int first = ports.next();
    int next = first == FreePort.LAST ? FreePort.FIRST : first + 1;
    if (!PortCheck.isFree(next)) {
      assertThat(ports.next()).isNotEqualTo(next);
      return;
    }
    try (ServerSocket server = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ports.next()).isNotEqualTo(server.getLocalPort());
    }
  }
}
