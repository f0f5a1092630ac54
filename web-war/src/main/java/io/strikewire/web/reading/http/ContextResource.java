package io.strikewire.web.reading.http;

import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.MarketDataMode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

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

  /** When market data was lost and found again, newest first. */
  @GET
  @Path("modes")
  public List<ModeView> modes() {
    return feed.modes().stream().map(ModeView::of).toList();
  }

  /** A mode that held from then on; {@code why} is empty for one that is normal. */
  public record ModeView(String mode, Instant since, String why) {
    static ModeView of(MarketDataMode mode) {
      return new ModeView(
          mode.name(),
          mode.since(),
          mode instanceof MarketDataMode.Degraded degraded ? degraded.why() : "");
    }
  }
}
