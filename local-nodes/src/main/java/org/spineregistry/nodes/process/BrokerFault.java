package org.spineregistry.nodes.process;

/**
 * What can happen to a broker, or any other server, in a chaos test.
 *
 * @param process the victim; not one that other tests share
 */
public record BrokerFault(ManagedProcess process) {

  /** SIGSTOP: connections stay open and nobody answers, as with a frozen machine. */
  public void pause() {
    ProcessSignal.STOP.send(process.pid());
  }

  /** SIGCONT: it goes on where it was, unaware of the time that passed. */
  public void resume() {
    ProcessSignal.CONT.send(process.pid());
  }

  /** SIGKILL: nothing is flushed, closed or announced. */
  public void kill() {
    process.kill();
  }

  /** {@link #kill}, and a start on what is left. */
  public void crashAndRestart() {
    process.kill();
    process.start();
  }
}
