package io.strikewire.web.reading.http;

import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexProfile;
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
import java.util.Optional;

/** Reads gamma exposure. */
@Path("/gex/{symbol}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class GexResource {

  @Inject GexChains chains;
  @Inject Clock clock;
  @Context UriInfo uri;

  /** The latest profile, valued again when the query asks for another convention. */
  @GET
  public GexView latest(@PathParam("symbol") String text) {
    GexQuery query =
        GexQuery.read(name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name)));
    Symbol symbol = Symbol.parse(text).orElseThrow(NotFoundException::new);
    GexProfile latest = chains.latest(symbol).orElseThrow(NotFoundException::new);
    GexProfile asked =
        query
            .differingFrom(latest.convention())
            .flatMap(other -> chains.recompute(symbol, other.dayCount(), other.levels()))
            .orElse(latest);
    return GexView.of(asked, clock.instant());
  }
}
