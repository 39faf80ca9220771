package org.spineregistry.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.UserProblem;

class PortsTest {
  @Test
  void eightDifferentPortsFollowTheBase() {
    assertThat(new Ports(20_000).all().values())
        .containsExactly(20_000, 20_001, 20_002, 20_003, 20_004, 20_005, 20_006, 20_007);
  }

  @Test
  void aTakenPortIsNamedWithWhoWantsItAndWhatToDo() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int taken = socket.getLocalPort();
      assertThatThrownBy(() -> new Ports(taken - 6).requireFree())
          .isInstanceOf(UserProblem.class)
          .hasMessageContaining("port " + taken + " (Kafka) is taken")
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void aBaseOutsideTheRangeIsRefused() {
    assertThatThrownBy(() -> new Ports(80)).isInstanceOf(UserProblem.class);
    assertThatThrownBy(() -> new Ports(65_530)).isInstanceOf(UserProblem.class);
  }
}
