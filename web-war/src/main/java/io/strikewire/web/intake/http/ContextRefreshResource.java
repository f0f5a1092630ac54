package io.strikewire.web.intake.http;

import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.Snapshot;
import io.strikewire.web.intake.ContentTypes;
import io.strikewire.web.intake.Signatures;
import io.strikewire.web.reading.http.ContextView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Fetches a market context by hand. */
@Path("/context/refresh")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContextRefreshResource {

  private static final int LONGEST_ORDER = 1024;

  @Inject MarketDataFeed feed;
  @Inject Signatures signatures;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  /** One request however many ask, none within the time to live; the body is signed. */
  @POST
  public ContextView refresh(
      @HeaderParam("x-signature") @Nullable String signature, InputStream body) {
    byte[] order = Incoming.read(request, body, LONGEST_ORDER, ContentTypes.ALERT);
    if (!signatures.accept(signature, order)) {
      throw Incoming.refused(401, "The sender is not known.");
    }
    Snapshot<MarketContext> answer = feed.ask(clock.instant());
    if (answer instanceof Snapshot.Missing<MarketContext> missing) {
      throw Incoming.refused(503, "No market context: " + missing.why() + ".");
    }
    return ContextView.of(answer, feed.mode());
  }
}
