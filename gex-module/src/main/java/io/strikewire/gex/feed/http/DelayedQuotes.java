package io.strikewire.gex.feed.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The published address of delayed chains: {@code …/options/_SPX.json}. */
public interface DelayedQuotes {

  /** The file of a name: an index has an underscore before its ticker. */
  @GET
  @Path("/api/global/delayed_quotes/options/{name}.json")
  Response options(@PathParam("name") String name);
}
