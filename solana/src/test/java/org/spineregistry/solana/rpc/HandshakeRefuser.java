package org.spineregistry.solana.rpc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Refuses every TLS handshake as a server without a common cipher does. */
final class HandshakeRefuser implements AutoCloseable {
  /** RFC 8446, section 6: an alert record, fatal, handshake_failure. */
  private static final byte[] ALERT = {0x15, 3, 3, 0, 2, 2, 40};

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  HandshakeRefuser() throws IOException {
    Thread thread = new Thread(this::refuse);
    thread.setDaemon(true);
    thread.start();
  }

  String url() {
    return "https://127.0.0.1:" + server.getLocalPort();
  }

  private void refuse() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        caller.getInputStream().read(new byte[4096]);
        caller.getOutputStream().write(ALERT);
      } catch (IOException closed) {
        // by the caller, or by the end of the test
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
