package io.strikewire.web.reading.http;

import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexSignals;
import io.strikewire.gex.GexWeight;
import io.strikewire.market.Snapshot;
import io.strikewire.signal.Symbol;
import io.strikewire.web.reading.GexQuery;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Reads gamma exposure. */
@Path("/gex/{symbol}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GexResource {

  @Inject GexChains chains;
  @Inject GexSignals signals;
  @Inject GexWeight weight;
  @Inject Clock clock;
  @Context UriInfo uri;

  /** The latest profile, valued again when the query asks for another convention. */
  @GET
  public GexView latest(@PathParam("symbol") String text) {
    Symbol symbol = symbol(text);
    Instant now = clock.instant();
    Snapshot<GexReading> latest = signals.latest(symbol, now);
    return GexView.of(asked(symbol), latest.freshness(), weight.of(latest), now);
  }

  /** The same by strike. */
  @GET
  @Path("strikes")
  public GexStrikesView strikes(@PathParam("symbol") String text) {
    return GexStrikesView.of(asked(symbol(text)));
  }

  /** Stored profiles, newest first. */
  @GET
  @Path("history")
  public PageView<PastGexView> history(@PathParam("symbol") String text) {
    return PageView.of(chains.history(symbol(text), Queries.page(uri, Set.of())), PastGexView::of);
  }

  private GexProfile asked(Symbol symbol) {
    GexQuery query =
        GexQuery.read(name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name)));
    GexProfile latest = chains.latest(symbol).orElseThrow(NotFoundException::new);
    return query
        .differingFrom(latest.convention())
        .flatMap(other -> chains.recompute(symbol, other))
        .orElse(latest);
  }

  private static Symbol symbol(String text) {
    return Symbol.parse(text).orElseThrow(NotFoundException::new);
  }
}
