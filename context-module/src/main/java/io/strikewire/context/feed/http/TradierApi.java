package io.strikewire.context.feed.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Tradier's market data, as it publishes it. */
@Produces(MediaType.APPLICATION_JSON)
public interface TradierApi {

  /** Quotes of symbols between commas. */
  @GET
  @Path("/v1/markets/quotes")
  Response quotes(
      @HeaderParam("Authorization") String bearer, @QueryParam("symbols") String symbols);

  /** Daily bars; days as {@code 2026-11-23}. */
  @GET
  @Path("/v1/markets/history")
  Response history(
      @HeaderParam("Authorization") String bearer,
      @QueryParam("symbol") String symbol,
      @QueryParam("interval") String interval,
      @QueryParam("start") String start,
      @QueryParam("end") String end);
}
