package io.strikewire.web.reading.http;

import io.strikewire.position.PositionBook;
import io.strikewire.signal.SignalId;
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
import java.util.Set;
import java.util.UUID;

/** Reads positions. */
@Path("/positions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PositionsResource {

  private static final Set<String> STATUSES = Set.of("open", "closed");

  @Inject PositionBook book;
  @Context UriInfo uri;

  /** Newest first. */
  @GET
  public PageView<PositionView> list() {
    return PageView.of(book.page(Queries.page(uri, STATUSES)), PositionView::of);
  }

  /** One position and its executions. */
  @GET
  @Path("{id}")
  public PositionDetailView one(@PathParam("id") String text) {
    UUID id = SignalId.parse(text).map(SignalId::value).orElseThrow(NotFoundException::new);
    return book.find(id)
        .map(position -> PositionDetailView.of(position, book.fills(id)))
        .orElseThrow(NotFoundException::new);
  }
}
