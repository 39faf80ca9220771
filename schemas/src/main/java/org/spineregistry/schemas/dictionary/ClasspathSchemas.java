package org.spineregistry.schemas.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Finds the case schemas on the class path, in directories and in jars.
 *
 * <p>A jar need not list its directories as entries, so a root is also known by the header's file,
 * which the contract always ships.
 */
final class ClasspathSchemas {

  private static final String CASES = "avro/case/";
  private static final List<String> COMMON =
      List.of("avro/common/CaseHeader.avsc", "avro/common/MissingReason.avsc");

  private final ClassLoader loader;

  ClasspathSchemas(ClassLoader loader) {
    this.loader = loader;
  }

  /** The types that every case schema refers to. */
  List<SchemaFile> common() {
    return COMMON.stream().map(this::resource).toList();
  }

  /** Every case schema, sorted by name. */
  List<SchemaFile> cases() {
    try {
      Set<URI> roots = new TreeSet<>();
      for (URL url : Collections.list(loader.getResources("avro/case"))) {
        roots.add(root(url, "avro/case"));
      }
      for (URL url : Collections.list(loader.getResources(COMMON.get(0)))) {
        roots.add(root(url, COMMON.get(0)));
      }
      List<SchemaFile> files = new ArrayList<>();
      for (URI root : roots) {
        files.addAll("jar".equals(root.getScheme()) ? inJar(root) : inDirectory(root));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the case schemas of the class path", e);
    }
  }

  private SchemaFile resource(String name) {
    try (InputStream in = loader.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no " + name);
      }
      return new SchemaFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  private static URI root(URL url, String suffix) {
    String text = url.toString();
    String root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    try {
      return new URI(root.substring(0, root.length() - suffix.length()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class path entry is no URI: " + text, e);
    }
  }

  private static List<SchemaFile> inDirectory(URI root) {
    if (!"file".equals(root.getScheme())) {
      throw new IllegalStateException("case schemas are read from files and jars, not " + root);
    }
    Path directory = Path.of(root).resolve(CASES);
    return directory.toFile().isDirectory() ? SchemaFile.inDirectory(directory) : List.of();
  }

  private static List<SchemaFile> inJar(URI root) throws IOException {
    JarURLConnection connection = (JarURLConnection) root.toURL().openConnection();
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      TreeMap<String, SchemaFile> files = new TreeMap<>();
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(CASES)
            && name.endsWith(SchemaFile.SUFFIX)
            && name.indexOf('/', CASES.length()) < 0) {
          byte[] bytes = jar.getInputStream(entry).readAllBytes();
          files.put(name, new SchemaFile(name, new String(bytes, StandardCharsets.UTF_8)));
        }
      }
      return List.copyOf(files.values());
    }
  }
}
