package org.spineregistry.nodes.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

record TcpReadiness(int port) implements Readiness {
  private static final int CONNECT_MILLIS = 500;

  @Override
  public boolean reached(ProcessOutput output) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      // a connection to oneself happens when the port is ephemeral and nobody listens
      return socket.getLocalPort() != port;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public String description() {
    return "a connection to port " + port;
  }
}
