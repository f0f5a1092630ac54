package io.strikewire.web.intake.http;

import io.strikewire.inbox.Inbox.Acceptance;
import io.strikewire.web.problem.Problem;
import io.strikewire.web.problem.http.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What became of a delivery, as its sender is told. */
final class AcceptanceAnswers {

  private AcceptanceAnswers() {}

  static Response answer(Acceptance acceptance, long ms) {
    if (acceptance instanceof Acceptance.Accepted accepted) {
      return ok(AcceptanceView.accepted(accepted.correlationId(), ms));
    }
    if (acceptance instanceof Acceptance.Duplicate duplicate) {
      return ok(AcceptanceView.duplicate(duplicate.first(), ms));
    }
    if (acceptance instanceof Acceptance.Refused refused) {
      return Problems.answer(
          new Problem(
              400,
              "The body cannot be read as an alert.",
              refused.correlationId().toString(),
              refused.mistakes()));
    }
    Acceptance.Unavailable unavailable = (Acceptance.Unavailable) acceptance;
    return Response.fromResponse(
            Problems.answer(
                Problem.of(
                    503,
                    "The signal cannot be stored now; nothing was. Send it again.",
                    unavailable.correlationId().toString())))
        .header(HttpHeaders.RETRY_AFTER, 2)
        .build();
  }

  private static Response ok(AcceptanceView view) {
    return Response.ok(view, MediaType.APPLICATION_JSON_TYPE).build();
  }
}
