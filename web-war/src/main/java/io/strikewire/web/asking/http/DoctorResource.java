package io.strikewire.web.asking.http;

import io.strikewire.signal.Portfolio;
import io.strikewire.whatif.DecisionDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Reads an alert without storing it. */
@Path("/signals/doctor")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DoctorResource {

  @Inject DecisionDesk desk;
  @Context HttpServletRequest request;

  /** How the body is read, every mistake with its fix, and what would be decided on it now. */
  @POST
  public String examine(InputStream body) {
    return Answers.json(desk.examine(Answers.body(request, body), Portfolio.MAIN));
  }
}
