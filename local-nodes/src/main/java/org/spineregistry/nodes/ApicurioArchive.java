package org.spineregistry.nodes;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.spineregistry.nodes.process.ProcessFailure;

/**
 * The released Apicurio Registry, as the build of this module unpacks it: one jar whose manifest
 * names the others.
 */
record ApicurioArchive(Path folder) {

  Path runnerJar() {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*-runner.jar")) {
        Iterator<Path> found = jars.iterator();
        if (found.hasNext()) {
          return found.next();
        }
      } catch (IOException e) {
        throw new ProcessFailure("cannot read " + folder + ": " + e.getMessage(), e);
      }
    }
    throw new ProcessFailure(
        "Apicurio Registry is not in "
            + folder
            + ": build the module local-nodes (mvn -pl local-nodes process-resources), or set spine.apicurio.home");
  }
}
