package io.strikewire.web.intake.http;

import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.payload.Mistake;
import io.strikewire.web.access.ClientAddress;
import io.strikewire.web.intake.Answer;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Entrance;
import io.strikewire.web.intake.Presented;
import io.strikewire.web.intake.RateLimits;
import io.strikewire.web.intake.Senders;
import io.strikewire.web.intake.config.EntranceConfig.TrustedProxies;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes alerts in. No thread waits for a slow sender or for a commit: the body is gathered as it
 * comes, and the answer is written when the commit is done.
 */
@WebServlet(
    urlPatterns = {"/webhook", "/webhook/*"},
    asyncSupported = true)
public class WebhookServlet extends HttpServlet {

  private static final System.Logger LOG = System.getLogger(WebhookServlet.class.getName());
  private static final Mistake TOO_MANY =
      new Mistake("rate", "one delivery too many", "the rate that is configured");

  private static final String UNKNOWN_SENDER = "The sender is not known.";

  @Inject private Inbox inbox;
  @Inject private Senders senders;
  @Inject private RateLimits rates;
  @Inject private TrustedProxies proxies;
  @Inject private Clock clock;
  @Inject private Acceptances acceptances;

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
    // Before the body: when that comes later, the server has given the headers' buffer to it.
    Presented presented = presented(request);
    Optional<String> caller = acceptances.caller(request);
    int most = entrance.longestBody();
    BodyReader.Receiver receiver =
        new BodyReader.Receiver() {
          @Override
          public void whole(byte[] body) {
            take(presented, exchange, entrance, body, caller);
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

  private void take(
      Presented presented,
      Exchange exchange,
      Entrance entrance,
      byte[] body,
      Optional<String> caller) {
    if (!ContentTypes.ALERT.accept(presented.contentType())) {
      exchange.answer(Answer.problem(415, "This media type is not accepted here."));
      return;
    }
    try {
      Optional<Delivery> delivery = senders.delivery(entrance, presented, body, clock.instant());
      if (delivery.isEmpty()) {
        exchange.answer(Answer.problem(401, UNKNOWN_SENDER));
        return;
      }
      Optional<Duration> wait = rates.tooMany(delivery.get().sender());
      if (wait.isPresent()) {
        exchange.answer(Answer.tooMany(wait.get()));
        inbox.refused(delivery.get(), TOO_MANY);
      } else {
        store(exchange, entrance, delivery.get(), caller);
      }
    } catch (RuntimeException failed) {
      UUID id = UUID.randomUUID();
      LOG.log(System.Logger.Level.WARNING, "a delivery could not be taken [" + id + "]", failed);
      exchange.answer(Answer.unavailable("The delivery cannot be taken now. Send it again.", id));
    }
  }

  private void store(
      Exchange exchange, Entrance entrance, Delivery delivery, Optional<String> caller) {
    if (entrance instanceof Entrance.Batch) {
      inbox
          .acceptBatch(delivery)
          .thenAccept(
              batch -> {
                exchange.answer(Answer.of(batch, exchange.ms()));
                acceptances.answered(exchange.began(), batch, caller);
              });
    } else {
      inbox
          .accept(delivery)
          .thenAccept(
              one -> {
                exchange.answer(Answer.of(one, exchange.ms()));
                acceptances.answered(exchange.began(), one, caller);
              });
    }
  }

  private Presented presented(HttpServletRequest request) {
    Function<String, List<String>> headers = name -> Presented.all(request.getHeaders(name));
    return Presented.read(
        request.getContentType(),
        ClientAddress.of(
            request.getRemoteAddr(), headers.apply("X-Forwarded-For"), proxies.networks()),
        headers);
  }
}
