package org.spineregistry.service.web;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.exceptions.response.HateoasErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * Every error that Micronaut itself answers, without the messages of parsers, which quote the
 * input.
 */
@Singleton
@Order(-10)
@Replaces(HateoasErrorResponseProcessor.class)
final class UnexpectedErrors implements ErrorResponseProcessor<Problem> {
  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    HttpStatus status = HttpStatus.valueOf(response.code());
    String title = status.getReason() + ": " + request.getMethodName() + " of this address";
    return ((MutableHttpResponse<?>) HttpResponse.status(status))
        .body(new Problem(title, status.getCode(), status.name()))
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }
}
