package org.spineregistry.schemas.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Name and text of a schema file. */
record SchemaFile(String name, String text) {

  static final String SUFFIX = ".avsc";

  /** The schema files of a directory, sorted by name; subdirectories are left alone. */
  static List<SchemaFile> inDirectory(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<SchemaFile> files = new ArrayList<>();
      for (Path path : entries.filter(SchemaFile::isSchema).sorted().toList()) {
        files.add(new SchemaFile(path.getFileName().toString(), Files.readString(path)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the case schemas of " + directory, e);
    }
  }

  private static boolean isSchema(Path path) {
    return path.getFileName().toString().endsWith(SUFFIX) && Files.isRegularFile(path);
  }
}
