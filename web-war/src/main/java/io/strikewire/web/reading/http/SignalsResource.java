package io.strikewire.web.reading.http;

import io.strikewire.archive.SignalArchive;
import io.strikewire.position.Position;
import io.strikewire.position.PositionBook;
import io.strikewire.signal.SignalId;
import io.strikewire.whatif.DecisionDesk;
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

/** Reads signals. */
@Path("/signals")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SignalsResource {

  private static final Set<String> STATUSES =
      Set.of("RECEIVED", "ACCEPTED", "CLOSED", "REJECTED", "DUPLICATE", "DEAD");

  @Inject SignalArchive archive;
  @Inject PositionBook book;
  @Inject DecisionDesk desk;
  @Context UriInfo uri;

  /** Newest first. */
  @GET
  public PageView<SignalView> list() {
    return PageView.of(archive.signals(Queries.page(uri, STATUSES)), SignalView::listed);
  }

  /** One signal and the route it took. */
  @GET
  @Path("{id}")
  public SignalView one(@PathParam("id") String text) {
    SignalId id = SignalId.parse(text).orElseThrow(NotFoundException::new);
    return SignalView.of(
        archive.signal(id).orElseThrow(NotFoundException::new),
        archive
            .decisionOn(id)
            .map(decision -> DecisionView.of(decision, desk.counterfactual(decision)))
            .orElse(null),
        book.openedBy(id).map(Position::id).orElse(null));
  }
}
