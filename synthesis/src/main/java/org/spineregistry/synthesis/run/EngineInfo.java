package org.spineregistry.synthesis.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The code that fitted and generated. The version changes whenever the same inputs and seed would
 * give other bytes.
 *
 * @param name of the library
 * @param version of its arithmetic
 * @param commit that it was built from, hexadecimal, followed by {@code -dirty} when files had been
 *     changed; {@code unknown} when it was not built in its repository
 * @param model that was fitted
 */
public record EngineInfo(String name, String version, String commit, String model) {
  private static final String NAME = "spine-synthesis";
  private static final String VERSION = "2";

  /** This engine with one of its models. */
  public static EngineInfo of(ModelKind model) {
    return new EngineInfo(NAME, VERSION, builtFrom(), model.label());
  }

  private static String builtFrom() {
    try (InputStream in = EngineInfo.class.getResourceAsStream("/spine-synthesis.properties")) {
      if (in == null) {
        return "unknown";
      }
      Properties build = new Properties();
      build.load(in);
      String commit = build.getProperty("git.commit.id", "unknown");
      return Boolean.parseBoolean(build.getProperty("git.dirty")) ? commit + "-dirty" : commit;
    } catch (IOException e) {
      throw new UncheckedIOException("the build's own properties", e);
    }
  }
}
