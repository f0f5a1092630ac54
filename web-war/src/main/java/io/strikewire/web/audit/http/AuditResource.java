package io.strikewire.web.audit.http;

import io.strikewire.audit.AuditLog;
import io.strikewire.web.audit.AuditQuestion;
import io.strikewire.web.reading.http.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Reads the audit log. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

  @Inject AuditLog log;
  @Context UriInfo uri;

  /** Newest first; by {@code from}, {@code to}, {@code symbol}, {@code signal}, {@code actor}. */
  @GET
  public PageView<AuditView> list() {
    return PageView.of(
        log.records(
            AuditQuestion.read(
                name -> Optional.ofNullable(uri.getQueryParameters().getFirst(name)))),
        AuditView::of);
  }
}
