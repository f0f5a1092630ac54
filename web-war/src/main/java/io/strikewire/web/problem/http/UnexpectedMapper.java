package io.strikewire.web.problem.http;

import io.strikewire.web.problem.Outage;
import io.strikewire.web.problem.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What nobody expected: 503 when the database is away, else 500; the details go to the log. */
@Provider
public class UnexpectedMapper implements ExceptionMapper<Throwable> {

  private static final System.Logger LOG = System.getLogger(UnexpectedMapper.class.getName());

  @Override
  public Response toResponse(Throwable failure) {
    String id = Problems.newId();
    if (Outage.caused(failure)) {
      LOG.log(System.Logger.Level.WARNING, "The database is away [{0}]: {1}", id, failure);
      return Response.fromResponse(
              Problems.answer(Problem.of(503, "The database cannot be reached.", id)))
          .header(HttpHeaders.RETRY_AFTER, 2)
          .build();
    }
    LOG.log(System.Logger.Level.ERROR, "A request failed [" + id + "]", failure);
    return Problems.answer(Problem.of(500, "This is our mistake; the log has it by its id.", id));
  }
}
