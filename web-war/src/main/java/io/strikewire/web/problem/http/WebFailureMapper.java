package io.strikewire.web.problem.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What the REST runtime refuses keeps its status and its headers, such as {@code Allow}. */
@Provider
public class WebFailureMapper implements ExceptionMapper<WebApplicationException> {

  private static final System.Logger LOG = System.getLogger(WebFailureMapper.class.getName());

  @Override
  public Response toResponse(WebApplicationException failure) {
    Response given = failure.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    if (given.getStatus() >= 500) {
      LOG.log(System.Logger.Level.WARNING, "A request failed", failure);
    }
    Response.ResponseBuilder answer =
        Response.fromResponse(Problems.answer(given.getStatus(), detail(given.getStatus())));
    given.getStringHeaders().entrySet().stream()
        .filter(header -> !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_TYPE))
        .filter(header -> !header.getKey().equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH))
        .forEach(
            header -> header.getValue().forEach(value -> answer.header(header.getKey(), value)));
    return answer.build();
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "There is nothing under this address.";
      case 405 -> "This address does not take this method; Allow names those it takes.";
      case 406 -> "No representation of what Accept asks for.";
      case 415 -> "This media type is not accepted here.";
      default -> status < 500 ? "The request was refused." : "The request could not be served.";
    };
  }
}
