package org.spineregistry.anchor.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofWriter;

/** A proof bundle as the file that verifiers take. */
final class ProofFile {
  private ProofFile() {}

  static HttpResponse<?> of(ProofBundle bundle) {
    return HttpResponse.ok(ProofWriter.write(bundle))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=anchor.json");
  }
}
