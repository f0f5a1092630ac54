package io.strikewire.web.page.http;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/** The live stream. */
@Path("/live")
@RequestScoped
public class LiveResource {

  @Inject LiveUpdates updates;

  /** Stays open and says when something was committed. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void follow(@Context SseEventSink sink, @Context Sse sse) {
    updates.subscribe(sink, sse);
  }
}
