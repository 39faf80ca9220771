package org.spineregistry.nodes.process;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Owns child processes, and whatever else must be closed after them. Closes its members in the
 * reverse order in which they were added: on {@link #close}, and when the JVM exits or is
 * interrupted or terminated.
 */
public final class ProcessGroup implements AutoCloseable {
  private final Deque<AutoCloseable> members = new ArrayDeque<>();
  private final Thread hook = new Thread(this::closeMembers, "stop-children");
  private volatile boolean closed;

  private ProcessGroup() {}

  /** An empty group, watching for the end of this JVM. */
  public static ProcessGroup open() {
    ProcessGroup group = new ProcessGroup();
    Runtime.getRuntime().addShutdownHook(group.hook);
    return group;
  }

  /** A member process, not started yet. */
  public ManagedProcess process(ProcessSpec spec) {
    ManagedProcess process = new ManagedProcess(spec, this);
    add(process);
    return process;
  }

  /** Adds something that is closed before everything added earlier. */
  public synchronized void add(AutoCloseable member) {
    members.push(member);
  }

  /** Closes all members and waits for it; a second call does nothing. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is going down: the hook closes the members
      return;
    }
    closeMembers();
  }

  /** A process that starts while its group closes would be left over. */
  void requireOpen(String name) {
    if (closed) {
      throw new ProcessFailure(name + " cannot start: everything is being stopped");
    }
  }

  private void closeMembers() {
    closed = true;
    RuntimeException failure = null;
    for (AutoCloseable member = next(); member != null; member = next()) {
      try {
        member.close();
      } catch (Exception e) {
        if (failure == null) {
          failure = new ProcessFailure("not everything could be stopped: " + e.getMessage(), e);
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private synchronized AutoCloseable next() {
    return members.poll();
  }
}
