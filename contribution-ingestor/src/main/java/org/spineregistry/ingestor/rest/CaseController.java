package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.reactivestreams.Publisher;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.service.web.Problem;

/** Cases come in. */
@Controller("/v1/cases")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CaseController {
  static final String NDJSON = "application/x-ndjson";
  private static final String TRACE_PARENT = "traceparent";
  private static final int WITHDRAWAL_BYTES = 1024;

  private final CaseDesk desk;
  private final BulkDesk bulk;
  private final IntakeSettings limits;
  private final StrictJson json = new StrictJson();

  CaseController(CaseDesk desk, BulkDesk bulk, IntakeSettings limits) {
    this.desk = desk;
    this.bulk = bulk;
    this.limits = limits;
  }

  /** One case. */
  @Post(consumes = MediaType.APPLICATION_JSON)
  CompletableFuture<HttpResponse<CaseAnswer>> one(
      @Body InputStream body, @Nullable @Header(TRACE_PARENT) String traceParent) throws NotJson {
    JsonNode tree = json.read(Bodies.read(body, limits.maxCaseBytes()));
    return desk.submit(tree, Optional.ofNullable(traceParent)).thenApply(CaseController::answer);
  }

  /** Many cases, one a line. */
  @Post(consumes = NDJSON, produces = NDJSON)
  Publisher<byte[]> many(
      @Body InputStream body,
      @Nullable @Header(TRACE_PARENT) String traceParent,
      @Header(name = HttpHeaders.CONTENT_LENGTH, defaultValue = "0") long length)
      throws NotJson {
    try {
      Bodies.requireLength(length, limits.maxBodyBytes());
      return bulk.take(body, Optional.ofNullable(traceParent));
    } catch (NotJson | NoAnswer e) {
      // an unread body would block the next request on the connection
      Bodies.discard(body);
      throw e;
    }
  }

  /** The patient objects, consent is revoked, or the case was entered in error. */
  @Post(uri = "/{caseId}/withdrawal", consumes = MediaType.APPLICATION_JSON)
  CompletableFuture<HttpResponse<CaseAnswer>> withdraw(
      @PathVariable String caseId,
      @Body InputStream body,
      @Nullable @Header(TRACE_PARENT) String traceParent)
      throws NotJson, WithdrawalRequest.Refused {
    JsonNode tree = json.read(Bodies.read(body, WITHDRAWAL_BYTES));
    WithdrawalRequest request = WithdrawalRequest.of(caseId, tree);
    return desk.withdraw(request.caseId(), request.reason(), Optional.ofNullable(traceParent))
        .thenApply(CaseController::answer);
  }

  private static HttpResponse<CaseAnswer> answer(CaseAnswer answer) {
    HttpStatus status =
        switch (answer.outcome()) {
          case "accepted" -> HttpStatus.CREATED;
          case "rejected" -> HttpStatus.UNPROCESSABLE_ENTITY;
          default -> HttpStatus.OK;
        };
    return HttpResponse.status(status).body(answer);
  }

  @Error(exception = NotJson.class)
  HttpResponse<Problem> notJson(NotJson problem) {
    desk.unreadable(problem);
    HttpStatus status =
        problem.code() == IntakeCode.TOO_LARGE
            ? HttpStatus.REQUEST_ENTITY_TOO_LARGE
            : HttpStatus.BAD_REQUEST;
    return problem(status, problem.getMessage(), problem.code().name());
  }

  @Error(exception = WithdrawalRequest.Refused.class)
  HttpResponse<Problem> refused(WithdrawalRequest.Refused problem) {
    return problem(HttpStatus.BAD_REQUEST, problem.getMessage(), problem.code());
  }

  @Error(exception = NoAnswer.class)
  HttpResponse<Problem> noAnswer(NoAnswer problem) {
    String title = problem.getMessage() + " " + NoAnswer.WHAT_TO_DO;
    return problem(HttpStatus.SERVICE_UNAVAILABLE, title, problem.code())
        .header("Retry-After", "5");
  }

  private static MutableHttpResponse<Problem> problem(
      HttpStatus status, String title, String code) {
    return HttpResponse.status(status).body(new Problem(title, status.getCode(), code));
  }
}
