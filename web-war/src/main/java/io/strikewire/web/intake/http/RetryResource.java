package io.strikewire.web.intake.http;

import io.strikewire.archive.DeadSignals;
import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditTrail;
import io.strikewire.signal.SignalId;
import io.strikewire.web.problem.http.Problems;
import io.strikewire.web.trading.http.Actor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;

/** Lets a signal that was given up on be decided after all. */
@Path("/signals/{id}/retry")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class RetryResource {

  @Inject DeadSignals dead;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** Puts it back among those that wait for their decision. */
  @POST
  public Response retry(@PathParam("id") String text) {
    SignalId id = SignalId.parse(text).orElseThrow(NotFoundException::new);
    return switch (dead.retry(id)) {
      case WAITING -> {
        String who = Actor.of(request);
        trail.note(new AuditNote(clock.instant(), who, "SIGNAL_RETRIED", id.toString(), "{}"));
        yield Response.accepted(Map.of("correlation_id", id.toString(), "status", "RECEIVED"))
            .build();
      }
      case NOT_DEAD -> Problems.answer(409, "This signal is not dead.");
      case UNKNOWN -> throw new NotFoundException();
    };
  }
}
