package io.strikewire.web.trading.http;

import io.strikewire.position.KillSwitch;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.http.Incoming;
import io.strikewire.web.trading.BrakeReading;
import io.strikewire.web.trading.FlatJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The brake: reads and sets it. */
@Path("/kill-switch")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class KillSwitchResource {

  private static final int LONGEST_BODY = 4_096;

  @Inject KillSwitch brake;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** The brake's state. */
  @JsonbPropertyOrder({"engaged", "reason", "since", "by", "mode"})
  public record View(boolean engaged, String reason, Instant since, String by, String mode) {
    static View of(KillSwitch.State state) {
      return new View(
          state.engaged(), state.reason(), state.since(), state.by(), state.mode().name());
    }
  }

  /** Its state. */
  @GET
  public View state() {
    return View.of(brake.state());
  }

  /** Every change, newest first. */
  @GET
  @Path("history")
  public List<View> history() {
    return brake.history().stream().map(View::of).toList();
  }

  /** Sets it; the answer comes when no entry can leave any more. */
  @POST
  public View set(InputStream body) {
    BrakeReading.Setting wished =
        BrakeReading.killSwitch(
            FlatJson.object(Incoming.read(request, body, LONGEST_BODY, ContentTypes.ALERT)));
    return View.of(
        brake.set(wished.mode(), wished.reason(), Actor.of(request, wished.by()), clock.instant()));
  }
}
