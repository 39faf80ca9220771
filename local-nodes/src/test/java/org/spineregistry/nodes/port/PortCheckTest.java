package org.spineregistry.nodes.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  private final FreePort ports = new FreePort();

  @Test
  void namesEveryTakenPortAndWhoWantedIt() throws IOException {
    Map<String, Integer> wanted = new LinkedHashMap<>();
    try (ServerSocket kafka = listen(ports.next());
        ServerSocket solana = listen(ports.next())) {
      wanted.put("Kafka", kafka.getLocalPort());
      wanted.put("schema registry", ports.next());
      wanted.put("Solana server", solana.getLocalPort());

      assertThat(PortCheck.taken(wanted)).containsOnlyKeys("Kafka", "Solana server");
      assertThatThrownBy(() -> PortCheck.requireFree(wanted))
          .isInstanceOf(PortTakenException.class)
          .hasMessage(
              "port %d (Kafka) is taken by another program; port %d (Solana server) is taken by another program",
              kafka.getLocalPort(), solana.getLocalPort());
    }

    assertThatCode(() -> PortCheck.requireFree(wanted)).doesNotThrowAnyException();
  }

  @Test
  void seesAServerThatListensOnAllAddresses() throws IOException {
    int port = ports.next();
    try (ServerSocket everywhere = new ServerSocket(port)) {
      assertThat(PortCheck.isFree(everywhere.getLocalPort())).isFalse();
    }
  }

  @Test
  void takesAPortForFreeWhenOnlyClosedConnectionsAreLeft() throws IOException {
    int port = ports.next();
    try (ServerSocket server = listen(port);
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        Socket accepted = server.accept()) {
      // the side that closes first keeps the address for a minute
      accepted.close();
      assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    assertThat(PortCheck.isFree(port)).isTrue();
  }

  private static ServerSocket listen(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
  }
}
