package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line of a child JVM of the same Java version that ends when its parent does (see
 * {@link GuardedMain}).
 *
 * @param mainClass binary name
 * @param classPath entries separated as usual
 * @param options of the JVM
 * @param arguments of the main class
 */
public record JavaCommand(
    String mainClass, String classPath, List<String> options, List<String> arguments) {

  public JavaCommand {
    options = List.copyOf(options);
    arguments = List.copyOf(arguments);
  }

  /** A class of this JVM's class path, with the JVM's defaults. */
  public static JavaCommand of(String mainClass) {
    return new JavaCommand(mainClass, ClassPath.current(), List.of(), List.of());
  }

  public JavaCommand withClassPath(String path) {
    return new JavaCommand(mainClass, path, options, arguments);
  }

  /** Adds options of the JVM. */
  public JavaCommand withOptions(String... more) {
    return new JavaCommand(mainClass, classPath, added(options, more), arguments);
  }

  /** Adds arguments of the main class. */
  public JavaCommand withArguments(String... more) {
    return new JavaCommand(mainClass, classPath, options, added(arguments, more));
  }

  /**
   * For several JVMs on one small machine: a heap that grows from little, one collector thread, no
   * life after OOM.
   */
  public JavaCommand withHeap(int maxMegabytes) {
    return withOptions(
        "-Xms32m", "-Xmx" + maxMegabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");
  }

  /** Program and arguments, for {@link ProcessSpec}. */
  public List<String> toList() {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(List.of("-cp", ClassPath.withGuard(classPath)));
    line.addAll(List.of(GuardedMain.class.getName(), mainClass));
    line.addAll(arguments);
    return List.copyOf(line);
  }

  private static List<String> added(List<String> list, String... more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
