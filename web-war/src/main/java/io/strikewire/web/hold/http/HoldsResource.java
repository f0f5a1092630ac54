package io.strikewire.web.hold.http;

import io.strikewire.hold.Hold;
import io.strikewire.hold.Hold.Cause;
import io.strikewire.hold.Holds;
import io.strikewire.web.hold.HoldReading;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.trading.FlatJson;
import io.strikewire.web.trading.http.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Strategies and sources whose entries are stopped: shows, places and releases. */
@Path("/holds")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HoldsResource {

  private static final int LONGEST_BODY = 4_096;

  @Inject Holds holds;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** One hold. */
  @JsonbPropertyOrder({"id", "kind", "name", "cause", "reason", "by", "since"})
  public record View(
      UUID id, String kind, String name, String cause, String reason, String by, Instant since) {
    static View of(Hold hold) {
      return new View(
          hold.id(),
          hold.kind().name(),
          hold.name(),
          hold.cause().name(),
          hold.reason(),
          hold.by(),
          hold.since());
    }
  }

  /** All holds in force. */
  public record Listed(List<View> items) {}

  /** Those in force, oldest first. */
  @GET
  public Listed inForce() {
    return new Listed(holds.inForce().stream().map(View::of).toList());
  }

  /** Places one. */
  @POST
  public View place(InputStream body) {
    HoldReading.Wish wish = HoldReading.wish(FlatJson.object(read(body)));
    return View.of(
        holds.place(
            wish.kind(),
            wish.name(),
            Cause.HAND,
            wish.reason(),
            Actor.of(request, wish.by()),
            clock.instant()));
  }

  /** Releases one. */
  @POST
  @Path("{id}/release")
  public Listed release(@PathParam("id") String id, InputStream body) {
    byte[] read = read(body);
    String by =
        Actor.of(request, read.length == 0 ? "operator" : HoldReading.by(FlatJson.object(read)));
    if (!id.matches("[0-9a-fA-F-]{36}")
        || !holds.release(UUID.fromString(id), by, clock.instant())) {
      throw new NotFoundException();
    }
    return inForce();
  }

  private byte[] read(InputStream body) {
    return Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT);
  }
}
