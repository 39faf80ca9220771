package org.spineregistry.certification.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import org.spineregistry.certification.certify.CohortCertifier;
import org.spineregistry.certification.certify.CycleSecrets;
import org.spineregistry.certification.cohort.CohortReader;
import org.spineregistry.certification.worker.Certifier;
import org.spineregistry.certification.worker.WorkerSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.signature.KeyFile;

/**
 * Reads the worker's secrets at the start, so that a missing one stops the service and not the
 * first cycle.
 */
@Factory
final class CertifierFactory {
  @Singleton
  CycleSecrets secrets(CertificateSettings settings) {
    return new CycleSecrets(
        read("spine.certificate.signing-key-file", settings.signingKeyFile(), KeyFile::signingKey),
        read("spine.certificate.seed-file", settings.seedFile(), KeyFile::secretBytes),
        new CohortDigest(
            read(
                "spine.certificate.cohort-key-file",
                settings.cohortKeyFile(),
                KeyFile::secretBytes)));
  }

  @Singleton
  Certifier certifier(
      CohortReader cohorts, ArtifactStore store, CycleSecrets secrets, WorkerSettings settings) {
    return new CohortCertifier(cohorts::read, store, secrets, settings.threads());
  }

  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private static <T> T read(String key, String file, Reader<T> reader) {
    ConfigurationProblem.unless(!file.isBlank(), key, "a file is needed");
    try {
      return reader.read(Path.of(file));
    } catch (IOException e) {
      throw new ConfigurationProblem(key, e.getMessage());
    }
  }
}
