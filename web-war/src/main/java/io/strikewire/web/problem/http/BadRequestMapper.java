package io.strikewire.web.problem.http;

import io.strikewire.web.problem.BadRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Names every mistake of the request. */
@Provider
public class BadRequestMapper implements ExceptionMapper<BadRequest> {

  @Override
  public Response toResponse(BadRequest failure) {
    return Problems.answer(400, "The request has mistakes.", failure.mistakes());
  }
}
