package org.spineregistry.solana.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The checked-out repository that the tests run in. */
public final class Repository {
  private Repository() {}

  /** The folder that holds LICENSE and pom.xml. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE")) || !Files.exists(folder.resolve("pom.xml"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("no folder above holds LICENSE and pom.xml");
      }
    }
    return folder;
  }

  public static String document(String name) {
    try {
      return Files.readString(root().resolve("docs").resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one fenced block of this language in a document. */
  public static String block(String document, String language) {
    Matcher fence =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(document);
    if (!fence.find()) {
      throw new IllegalStateException("no block of " + language);
    }
    return fence.group(1);
  }
}
