package org.spineregistry.anchor.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;
import org.spineregistry.service.web.Problem;

/** Answers that say what is wrong. */
final class Problems {
  private Problems() {}

  /**
   * Fields that a request does not have.
   *
   * @param others null for none
   */
  static List<String> unknown(Map<String, Object> others) {
    return others == null
        ? List.of()
        : others.keySet().stream().sorted().map(field -> field + ": no such field").toList();
  }

  static MutableHttpResponse<Problem> badRequest(String code, String title) {
    return badRequest(code, title, List.of());
  }

  static MutableHttpResponse<Problem> badRequest(String code, String title, List<String> details) {
    HttpStatus status = HttpStatus.BAD_REQUEST;
    return HttpResponse.badRequest(new Problem(title, status.getCode(), code, details));
  }

  static MutableHttpResponse<Problem> notFound(String code, String title) {
    return of(HttpStatus.NOT_FOUND, code, title);
  }

  static MutableHttpResponse<Problem> conflict(String code, String title) {
    return of(HttpStatus.CONFLICT, code, title);
  }

  /** A view that is being restored can be asked again in a moment. */
  static MutableHttpResponse<Problem> restoring() {
    return of(HttpStatus.SERVICE_UNAVAILABLE, "RESTORING", "the view is being restored, ask again")
        .header("Retry-After", "2");
  }

  private static MutableHttpResponse<Problem> of(HttpStatus status, String code, String title) {
    return HttpResponse.status(status).body(new Problem(title, status.getCode(), code));
  }
}
