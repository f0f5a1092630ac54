package io.strikewire.web.asking.http;

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

/** Decides on an imagined signal. */
@Path("/decisions/what-if")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class WhatIfResource {

  @Inject DecisionDesk desk;
  @Context HttpServletRequest request;

  /** The whole decision on signal, context, gex, otherSignals, positions, settings and now. */
  @POST
  public String answer(InputStream body) {
    return Answers.json(desk.whatIf(Answers.body(request, body)));
  }
}
