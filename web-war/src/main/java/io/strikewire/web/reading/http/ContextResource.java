package io.strikewire.web.reading.http;

import io.strikewire.market.MarketDataFeed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;

/** Reads the market context. */
@Path("/context")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContextResource {

  @Inject MarketDataFeed feed;
  @Inject Clock clock;

  /** The newest context, with every figure's source and time. */
  @GET
  public ContextView latest() {
    return ContextView.of(feed.newest(clock.instant()), feed.mode());
  }
}
