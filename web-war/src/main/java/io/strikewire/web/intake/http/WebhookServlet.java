package io.strikewire.web.intake.http;

import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.inbox.SenderTokens;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import io.strikewire.web.intake.Answer;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Entrance;
import io.strikewire.web.intake.Signatures;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes alerts in. No thread waits for a slow sender or for a commit: the body is gathered as it
 * comes, and the answer is written when the commit is done.
 */
@WebServlet(
    urlPatterns = {"/webhook", "/webhook/*"},
    asyncSupported = true)
public class WebhookServlet extends HttpServlet {

  private static final System.Logger LOG = System.getLogger(WebhookServlet.class.getName());
  private static final String UNKNOWN_SENDER = "The sender is not known.";

  @Inject private Inbox inbox;
  @Inject private SenderTokens tokens;
  @Inject private Signatures signatures;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Exchange exchange = Exchange.begin(request, response);
    Optional<Entrance> entrance = Entrance.at(request.getPathInfo());
    if (entrance.isEmpty()) {
      exchange.answer(Answer.problem(404, "There is nothing under this address."));
    } else if (!request.getMethod().equals("POST")) {
      exchange.answer(Answer.problem(405, "A webhook takes POST only."));
    } else {
      read(request, exchange, entrance.get());
    }
  }

  private void read(HttpServletRequest request, Exchange exchange, Entrance entrance)
      throws IOException {
    Presented presented = Presented.by(request);
    int most = entrance.longestBody();
    BodyReader.Receiver receiver =
        new BodyReader.Receiver() {
          @Override
          public void whole(byte[] body) {
            take(presented, exchange, entrance, body);
          }

          @Override
          public void tooLong() {
            exchange.answerAndClose(
                Answer.problem(413, "The body is longer than " + most + " bytes."));
          }

          @Override
          public void drained() {
            exchange.end();
          }

          @Override
          public void broken(Throwable failure) {
            exchange.answer(Answer.problem(400, "The body could not be read to its end."));
          }
        };
    new BodyReader(request.getInputStream(), most, receiver)
        .begin(request.getContentLengthLong(), request.getProtocol());
  }

  private void take(Presented presented, Exchange exchange, Entrance entrance, byte[] body) {
    if (!ContentTypes.ALERT.accept(presented.contentType())) {
      exchange.answer(Answer.problem(415, "This media type is not accepted here."));
      return;
    }
    try {
      Optional<Delivery> delivery = delivery(presented, entrance, body);
      if (delivery.isEmpty()) {
        exchange.answer(Answer.problem(401, UNKNOWN_SENDER));
      } else if (entrance instanceof Entrance.Batch) {
        inbox
            .acceptBatch(delivery.get())
            .thenAccept(batch -> exchange.answer(Answer.of(batch, exchange.ms())));
      } else {
        inbox
            .accept(delivery.get())
            .thenAccept(one -> exchange.answer(Answer.of(one, exchange.ms())));
      }
    } catch (RuntimeException failed) {
      UUID id = UUID.randomUUID();
      LOG.log(System.Logger.Level.WARNING, "a delivery could not be taken [" + id + "]", failed);
      exchange.answer(Answer.unavailable("The delivery cannot be taken now. Send it again.", id));
    }
  }

  /** The delivery of a sender that proved itself; empty when it did not. */
  private Optional<Delivery> delivery(Presented presented, Entrance entrance, byte[] body) {
    if (entrance instanceof Entrance.ByToken byToken) {
      return tokens
          .sender(byToken.token())
          .map(
              sender ->
                  new Delivery(
                      sender.id().toString(),
                      sender.portfolio(),
                      Optional.of(sender.source()),
                      AuthGrade.TOKEN,
                      presented.idempotencyKey(),
                      body));
    }
    return signatures.accept(presented.signature(), body)
        ? Optional.of(
            new Delivery(
                "hmac",
                Portfolio.MAIN,
                Optional.empty(),
                AuthGrade.HMAC,
                presented.idempotencyKey(),
                body))
        : Optional.empty();
  }

  /**
   * What a sender's headers say. They are read before the body: when the body comes later, the
   * server has given the buffer that holds them to it.
   */
  private record Presented(
      @Nullable String contentType, @Nullable String signature, Optional<String> idempotencyKey) {

    static Presented by(HttpServletRequest request) {
      return new Presented(
          request.getContentType(),
          request.getHeader("x-signature"),
          Optional.ofNullable(request.getHeader("Idempotency-Key"))
              .or(() -> Optional.ofNullable(request.getHeader("webhook-id")))
              .map(String::strip)
              .filter(key -> !key.isEmpty()));
    }
  }
}
