package org.spineregistry.certification.wiring;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Secrets of the certification worker, as files that only the service may read.
 *
 * @param signingKeyFile Ed25519 key that signs certificates
 * @param seedFile 32 secret bytes, in hexadecimal, from which every cycle derives its seed
 * @param cohortKeyFile key of the cohort digest, 32 bytes in hexadecimal
 */
@ConfigurationProperties("spine.certificate")
public record CertificateSettings(
    @Bindable(defaultValue = "") String signingKeyFile,
    @Bindable(defaultValue = "") String seedFile,
    @Bindable(defaultValue = "") String cohortKeyFile) {}
