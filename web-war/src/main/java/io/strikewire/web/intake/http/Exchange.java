package io.strikewire.web.intake.http;

import io.strikewire.web.intake.Answer;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request that is answered once, by whichever thread knows the answer first. */
final class Exchange implements AsyncListener {

  private static final System.Logger LOG = System.getLogger(Exchange.class.getName());
  private static final long LONGEST_MS = 8_000;

  private final long began = System.nanoTime();
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final HttpServletResponse response;
  private final AsyncContext context;

  private Exchange(HttpServletRequest request, HttpServletResponse response) {
    this.response = response;
    this.context = request.startAsync(request, response);
    context.setTimeout(LONGEST_MS);
    context.addListener(this);
  }

  static Exchange begin(HttpServletRequest request, HttpServletResponse response) {
    return new Exchange(request, response);
  }

  /** When it began, in nanoseconds of this process. */
  long began() {
    return began;
  }

  long ms() {
    return (System.nanoTime() - began) / 1_000_000;
  }

  /** Answers and ends. */
  void answer(Answer answer) {
    write(answer, false);
    end();
  }

  /** Answers at once, though more may come in; the connection is closed at the {@link #end}. */
  void answerAndClose(Answer answer) {
    response.setHeader("Connection", "close");
    write(answer, true);
  }

  /** Ends a request whose answer is out. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      context.complete();
    }
  }

  private void write(Answer answer, boolean atOnce) {
    if (!answered.compareAndSet(false, true)) {
      return;
    }
    byte[] body = answer.bytes();
    response.setStatus(answer.status());
    response.setContentType(answer.mediaType());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "no-store");
    if (answer.retryAfterSeconds() > 0) {
      response.setHeader("Retry-After", Integer.toString(answer.retryAfterSeconds()));
    }
    if (answer.status() == 405) {
      response.setHeader("Allow", "POST");
    }
    response.setContentLength(body.length);
    try {
      response.getOutputStream().write(body);
      if (atOnce) {
        response.flushBuffer();
      }
    } catch (IOException gone) {
      LOG.log(System.Logger.Level.DEBUG, "a sender did not wait for its answer", gone);
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    answerAndClose(Answer.problem(408, "The body did not come to its end in time."));
    end();
  }

  @Override
  public void onError(AsyncEvent event) {
    LOG.log(System.Logger.Level.DEBUG, "a sender is gone: {0}", event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
