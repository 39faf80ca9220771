package org.spineregistry.nodes.process;

import java.net.URI;
import java.util.regex.Pattern;

/** The condition under which a started process counts as ready. It is asked until it holds. */
public interface Readiness {

  /** True once the process is ready; an unreachable port or address is false, not an error. */
  boolean reached(ProcessOutput output);

  /** What is waited for, as it stands in the message of a process that never got ready. */
  String description();

  /** Ready as soon as the process exists. */
  static Readiness atOnce() {
    return new AtOnce();
  }

  /** Ready when {@code 127.0.0.1:port} accepts a connection. */
  static Readiness tcp(int port) {
    return new TcpReadiness(port);
  }

  /** Ready when GET answers with status 200. */
  static Readiness http(URI uri) {
    return new HttpReadiness(uri);
  }

  /** Ready when the process has written a line that the pattern finds itself in. */
  static Readiness line(Pattern pattern) {
    return new LineReadiness(pattern);
  }

  /** Ready when both hold; the other is asked only when this one holds. */
  default Readiness and(Readiness other) {
    return new BothReadiness(this, other);
  }

  /** See {@link #atOnce()}. */
  record AtOnce() implements Readiness {
    @Override
    public boolean reached(ProcessOutput output) {
      return true;
    }

    @Override
    public String description() {
      return "nothing";
    }
  }
}
