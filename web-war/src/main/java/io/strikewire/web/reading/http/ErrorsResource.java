package io.strikewire.web.reading.http;

import io.strikewire.archive.SignalArchive;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Reads what went wrong. */
@Path("/errors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ErrorsResource {

  private static final Set<String> STATES = Set.of("DEAD", "ALIVE");

  @Inject SignalArchive archive;
  @Context UriInfo uri;

  /** Newest first; {@code status=DEAD} are signals that were given up on. */
  @GET
  public PageView<ErrorView> list() {
    return PageView.of(archive.errors(Queries.page(uri, STATES)), ErrorView::of);
  }
}
