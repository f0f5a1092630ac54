package io.strikewire.context.feed.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Polygon's market data, as it publishes it; indices have {@code I:} before their name. */
@Produces(MediaType.APPLICATION_JSON)
public interface PolygonApi {

  /** Snapshots of tickers between commas. */
  @GET
  @Path("/v3/snapshot")
  Response snapshot(
      @HeaderParam("Authorization") String bearer, @QueryParam("ticker.any_of") String tickers);

  /** Daily bars; days as {@code 2026-11-23}. */
  @GET
  @Path("/v2/aggs/ticker/{ticker}/range/1/day/{from}/{to}")
  Response bars(
      @HeaderParam("Authorization") String bearer,
      @PathParam("ticker") String ticker,
      @PathParam("from") String from,
      @PathParam("to") String to,
      @QueryParam("sort") String sort,
      @QueryParam("limit") int limit);
}
