package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import org.spineregistry.ingestor.code.IntakeCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * Takes many cases, a JSON object a line, and answers each in its order. Lines are sent on without
 * waiting for the answers of earlier ones. Memory is bounded by the numbers of lines and of bulk
 * requests; answers wait for a client that reads them only after it has sent everything.
 */
public final class BulkDesk {
  private static final JsonMapper JSON = new JsonMapper();

  private final CaseDesk desk;
  private final IntakeSettings limits;
  private final Executor executor;
  private final Semaphore requests;
  private final StrictJson json = new StrictJson();

  /**
   * @param executor threads that may block, one a request
   */
  BulkDesk(CaseDesk desk, IntakeSettings limits, Executor executor) {
    this.desk = desk;
    this.limits = limits;
    this.executor = executor;
    this.requests = new Semaphore(limits.maxBulkRequests());
  }

  /**
   * Answers as NDJSON, in the order of the lines.
   *
   * @throws NoAnswer when too many bulk requests are being served
   */
  Publisher<byte[]> take(InputStream body, Optional<String> traceParent) {
    if (!requests.tryAcquire()) {
      throw NoAnswer.busy();
    }
    Runnable release = once(requests::release);
    return Flux.<CompletableFuture<CaseAnswer>>create(
            sink -> executor.execute(() -> new Run(body, traceParent, sink).run()))
        .concatMap(Mono::fromFuture)
        .map(BulkDesk::line)
        // before the end is told: who has the last answer may come again at once
        .doOnTerminate(release)
        .doOnCancel(release);
  }

  private static Runnable once(Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return () -> {
      if (done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private static byte[] line(CaseAnswer answer) {
    try {
      byte[] bytes = JSON.writeValueAsBytes(answer);
      byte[] line = java.util.Arrays.copyOf(bytes, bytes.length + 1);
      line[bytes.length] = '\n';
      return line;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer is plain data", e);
    }
  }

  /** One bulk request. */
  private final class Run {
    private final InputStream body;
    private final Lines lines;
    private final Optional<String> traceParent;
    private final FluxSink<CompletableFuture<CaseAnswer>> sink;
    private final Semaphore places = new Semaphore(limits.maxInFlight());
    private int cases;
    private volatile boolean stalled;

    Run(
        InputStream body,
        Optional<String> traceParent,
        FluxSink<CompletableFuture<CaseAnswer>> sink) {
      this.body = body;
      this.lines = new Lines(body, limits.maxCaseBytes(), limits.maxBodyBytes());
      this.traceParent = traceParent;
      this.sink = sink;
    }

    void run() {
      try (body) {
        while (!sink.isCancelled() && takeLine()) {
          cases++;
        }
      } catch (Lines.BodyTooLong e) {
        stop(IntakeCode.TOO_LARGE, "The body has more than " + limits.maxBodyBytes() + " bytes.");
      } catch (IOException e) {
        stop(IntakeCode.NOT_DECODABLE, "The body did not arrive whole.");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        sink.complete();
      }
    }

    private boolean takeLine() throws IOException, InterruptedException {
      CompletableFuture<CaseAnswer> answer;
      try {
        byte[] line = lines.next();
        if (line == null) {
          return false;
        }
        if (cases >= limits.maxLines()) {
          stop(IntakeCode.TOO_LARGE, "The body has more than " + limits.maxLines() + " cases.");
          return false;
        }
        if (stalled) {
          sink.next(answer(lines.number(), CaseAnswer.of(NoAnswer.notSent(null))));
          return false;
        }
        answer = submit(line);
      } catch (NotJson e) {
        answer = CompletableFuture.completedFuture(desk.unreadable(e));
      }
      int number = lines.number();
      sink.next(answer.thenApply(given -> given.atLine(number)));
      return true;
    }

    private CompletableFuture<CaseAnswer> submit(byte[] line) throws NotJson, InterruptedException {
      var tree = json.read(line);
      places.acquire();
      return desk.submit(tree, traceParent)
          .exceptionally(
              problem -> {
                stalled = true;
                return CaseAnswer.of(NoAnswer.in(problem));
              })
          .whenComplete((answer, problem) -> places.release());
    }

    /** The last answer: this line and all that follow were not taken. */
    private void stop(IntakeCode code, String message) {
      NotJson problem = new NotJson(code, message + " This line and all later ones were not read.");
      sink.next(answer(lines.number(), desk.unreadable(problem)));
    }

    private CompletableFuture<CaseAnswer> answer(int line, CaseAnswer answer) {
      return CompletableFuture.completedFuture(answer.atLine(line));
    }
  }
}
