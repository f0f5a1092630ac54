package io.strikewire.web.intake.http;

import io.strikewire.inbox.Delivery;
import io.strikewire.inbox.Inbox;
import io.strikewire.inbox.Inbox.Acceptance;
import io.strikewire.inbox.SenderTokens;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Portfolio;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Signatures;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes alerts in. */
@Path("/webhook")
@RequestScoped
@Produces({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class WebhookResource {

  private static final int LONGEST_BODY = 65_536;

  private final long started = System.nanoTime();

  @Inject Inbox inbox;
  @Inject SenderTokens tokens;
  @Inject Signatures signatures;
  @Context HttpServletRequest request;

  /** From senders that sign. */
  @POST
  public Response signed(@HeaderParam("x-signature") @Nullable String signature, InputStream body) {
    byte[] bytes = Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT);
    if (!signatures.accept(signature, bytes)) {
      throw unauthorized();
    }
    return deliver(
        new Delivery(
            "hmac", Portfolio.MAIN, Optional.empty(), AuthGrade.HMAC, idempotencyKey(), bytes));
  }

  /** From senders that cannot sign and know a secret address instead. */
  @POST
  @Path("{token}")
  public Response byToken(@PathParam("token") String token, InputStream body) {
    byte[] bytes = Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT);
    SenderTokens.Sender sender = tokens.sender(token).orElseThrow(WebhookResource::unauthorized);
    return deliver(
        new Delivery(
            sender.id().toString(),
            sender.portfolio(),
            Optional.of(sender.source()),
            AuthGrade.TOKEN,
            idempotencyKey(),
            bytes));
  }

  private Response deliver(Delivery delivery) {
    Acceptance acceptance = inbox.accept(delivery).toCompletableFuture().join();
    return AcceptanceAnswers.answer(acceptance, (System.nanoTime() - started) / 1_000_000);
  }

  private Optional<String> idempotencyKey() {
    return Optional.ofNullable(request.getHeader("Idempotency-Key"))
        .or(() -> Optional.ofNullable(request.getHeader("webhook-id")))
        .map(String::strip)
        .filter(key -> !key.isEmpty());
  }

  private static Incoming.RefusedDelivery unauthorized() {
    return Incoming.refused(401, "The sender is not known.");
  }
}
