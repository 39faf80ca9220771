package org.spineregistry.ingestor.rest;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.web.router.exceptions.DuplicateRouteException;
import org.spineregistry.service.web.Problem;

/** Says which content types there are. */
@Controller
final class ContentTypes {
  @Error(status = HttpStatus.UNSUPPORTED_MEDIA_TYPE, global = true)
  HttpResponse<Problem> unsupported() {
    return answer();
  }

  /** Without a content type, a body could be either. */
  @Error(exception = DuplicateRouteException.class, global = true)
  HttpResponse<Problem> absent() {
    return answer();
  }

  private static HttpResponse<Problem> answer() {
    HttpStatus status = HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    return HttpResponse.status(status)
        .body(
            new Problem(
                "Content-Type must be application/json for one case, or "
                    + CaseController.NDJSON
                    + " for one case a line.",
                status.getCode(),
                "CONTENT_TYPE"));
  }
}
