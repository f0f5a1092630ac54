package io.strikewire.web.reading.http;

import io.strikewire.archive.SignalArchive;
import io.strikewire.whatif.DecisionDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** Reads decisions. */
@Path("/decisions")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DecisionsResource {

  private static final Set<String> KINDS = Set.of("ENTER", "REJECT", "EXIT", "HOLD");

  @Inject SignalArchive archive;
  @Inject DecisionDesk desk;
  @Context UriInfo uri;

  /** Newest first; {@code status} is what was decided. */
  @GET
  public PageView<DecisionView> list() {
    return PageView.of(
        archive.decisions(Queries.page(uri, KINDS)),
        decision -> DecisionView.of(decision, desk.counterfactual(decision)));
  }
}
