package org.spineregistry.nodes.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Class paths for child JVMs. */
public final class ClassPath {
  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  private ClassPath() {}

  /**
   * The class path of this JVM, with absolute entries, for the child may have another working
   * directory.
   *
   * <p>Surefire and failsafe start from a jar that holds nothing but a manifest, and delete it;
   * they keep the real path in a property of their own.
   */
  public static String current() {
    String surefire = System.getProperty("surefire.test.class.path");
    return absolute(surefire != null ? surefire : System.getProperty("java.class.path"));
  }

  static String absolute(String classPath) {
    return SEPARATOR
        .splitAsStream(classPath)
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The path with what {@link GuardedMain} needs added at the end, unless it is there. */
  static String withGuard(String classPath) {
    Set<String> entries = new LinkedHashSet<>(List.of(SEPARATOR.split(classPath)));
    entries.add(locationOf(GuardedMain.class).toString());
    return String.join(File.pathSeparator, entries);
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
