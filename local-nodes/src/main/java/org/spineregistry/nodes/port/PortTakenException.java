package org.spineregistry.nodes.port;

/** A port that a server wants is taken; the message names all such ports and is fit for a user. */
public final class PortTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortTakenException(String message) {
    super(message);
  }
}
