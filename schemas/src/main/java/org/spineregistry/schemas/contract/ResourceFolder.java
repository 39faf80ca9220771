package org.spineregistry.schemas.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Text files in a folder of this module's resources, whether they lie in a jar or in a directory.
 */
public final class ResourceFolder {
  private ResourceFolder() {}

  /**
   * @param folder path below the root of the class path, without a leading slash
   * @param suffix how the file names end
   * @return file name to text, sorted by name
   */
  public static SortedMap<String, String> read(String folder, String suffix) {
    try {
      URI home = ResourceFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(home);
      if (Files.isDirectory(path)) {
        return texts(path.resolve(folder), suffix);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path, Map.of())) {
        return texts(jar.getPath(folder), suffix);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resources " + folder + " cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path holds a location that is no URI", e);
    }
  }

  private static SortedMap<String, String> texts(Path folder, String suffix) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(suffix)).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
