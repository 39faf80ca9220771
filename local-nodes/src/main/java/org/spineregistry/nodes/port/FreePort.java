package org.spineregistry.nodes.port;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Allocates free TCP ports of the loopback address; one allocator never gives the same port twice.
 *
 * <p>The ports lie below the ephemeral range of Linux (32768 and up) and macOS. A port out of that
 * range may become the source port of somebody's connection, worst of a client that keeps
 * reconnecting to a killed server: it can then connect to itself, and the server cannot come back.
 */
public final class FreePort {
  static final int FIRST = 20_000;
  static final int LAST = 31_999;

  private int cursor = ThreadLocalRandom.current().nextInt(FIRST, LAST + 1);

  /** The next free port; another program may still take it before the caller does. */
  public synchronized int next() {
    for (int tried = FIRST; tried <= LAST; tried++) {
      int port = cursor;
      cursor = cursor == LAST ? FIRST : cursor + 1;
      if (PortCheck.isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("no free port between " + FIRST + " and " + LAST);
  }
}
