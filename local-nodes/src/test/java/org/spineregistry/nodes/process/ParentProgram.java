package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * Starts a child as any launcher would, names its pid, and waits. Arguments: log folder, {@code
 * java} or a script.
 */
final class ParentProgram {
  private ParentProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    List<String> command = JavaCommand.of(Sleeper.class.getName()).withHeap(32).toList();
    ProcessSpec spec =
        ProcessSpec.of("grandchild", command, Path.of(arguments[0], "grandchild.log"))
            .readyWhen(Readiness.line(Pattern.compile("ready")));
    ManagedProcess child = ProcessGroup.open().process(spec);
    child.start();
    System.out.println("child " + child.pid());
    new CountDownLatch(1).await();
  }
}
