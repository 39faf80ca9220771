package org.spineregistry.nodes.process;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * Runs another main class in a JVM that ends with its parent. First argument: the class; the others
 * go to it. Meant to be started by {@link ManagedProcess}; with an empty standard input it ends at
 * once.
 */
public final class GuardedMain {
  private GuardedMain() {}

  public static void main(String[] arguments) throws Throwable {
    if (arguments.length == 0) {
      throw new IllegalArgumentException("the first argument is the class to run");
    }
    ParentWatch.start();
    Method main = Class.forName(arguments[0]).getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
