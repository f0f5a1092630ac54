package io.strikewire.web.intake;

import io.strikewire.inbox.Inbox.Acceptance;
import io.strikewire.inbox.Inbox.BatchAcceptance;
import io.strikewire.payload.Mistake;
import io.strikewire.web.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the sender of a delivery is told.
 *
 * @param retryAfterSeconds when to send it again; 0 when there is no need to
 * @param json in ASCII
 */
public record Answer(int status, String mediaType, int retryAfterSeconds, String json) {

  private static final String JSON = "application/json";
  private static final int SOON = 2;

  /** What became of one signal. */
  public static Answer of(Acceptance acceptance, long ms) {
    if (acceptance instanceof Acceptance.Accepted accepted) {
      return taken(
          "ACCEPTED", "Signal received and queued for processing", accepted.correlationId(), ms);
    }
    if (acceptance instanceof Acceptance.Duplicate duplicate) {
      return taken(
          "DUPLICATE",
          "Signal was received before and is not processed again",
          duplicate.first(),
          ms);
    }
    if (acceptance instanceof Acceptance.Refused refused) {
      return unreadable(refused.correlationId(), refused.mistakes());
    }
    UUID id = ((Acceptance.Unavailable) acceptance).correlationId();
    return unavailable(
        "The signal is not known to be stored. Send it again: it will be stored once.", id);
  }

  /** What became of a batch: 503 when any of it has to be sent again. */
  public static Answer of(BatchAcceptance acceptance, long ms) {
    if (acceptance instanceof BatchAcceptance.Unreadable unreadable) {
      return unreadable(unreadable.correlationId(), unreadable.mistakes());
    }
    BatchAcceptance.Itemized batch = (BatchAcceptance.Itemized) acceptance;
    List<Acceptance> items = batch.items();
    boolean again = items.stream().anyMatch(Acceptance.Unavailable.class::isInstance);
    String results =
        IntStream.range(0, items.size())
            .mapToObj(i -> item(i, items.get(i)))
            .collect(Collectors.joining(",", "[", "]"));
    return new Answer(
        again ? 503 : 200,
        JSON,
        again ? SOON : 0,
        "{\"correlation_id\":\""
            + batch.correlationId()
            + "\",\"processing_time_ms\":"
            + ms
            + ",\"system\":\"REFACTORED\",\"results\":"
            + results
            + "}");
  }

  /** A refusal before anything was read. */
  public static Answer problem(int status, String detail) {
    return of(Problem.of(status, detail, UUID.randomUUID().toString()), 0);
  }

  /** More deliveries than the sender may make. */
  public static Answer tooMany(Duration wait) {
    return of(
        Problem.of(429, "Too many deliveries at once.", UUID.randomUUID().toString()),
        (int) wait.plusMillis(999).toSeconds());
  }

  /** The database or the time is missing. */
  public static Answer unavailable(String detail, UUID id) {
    return of(Problem.of(503, detail, id.toString()), SOON);
  }

  /** The body. */
  public byte[] bytes() {
    return json.getBytes(StandardCharsets.US_ASCII);
  }

  private static Answer of(Problem problem, int retryAfterSeconds) {
    return new Answer(problem.status(), Problem.MEDIA_TYPE, retryAfterSeconds, problem.json());
  }

  private static Answer unreadable(UUID id, List<Mistake> mistakes) {
    return of(new Problem(400, "The body cannot be read as an alert.", id.toString(), mistakes), 0);
  }

  private static Answer taken(String status, String message, UUID id, long ms) {
    return new Answer(
        200,
        JSON,
        0,
        "{\"status\":\""
            + status
            + "\",\"message\":\""
            + message
            + "\",\"correlation_id\":\""
            + id
            + "\",\"processing_time_ms\":"
            + ms
            + ",\"system\":\"REFACTORED\"}");
  }

  private static String item(int index, Acceptance acceptance) {
    String head = "{\"index\":" + index + ",\"status\":\"";
    if (acceptance instanceof Acceptance.Accepted accepted) {
      return head + "ACCEPTED\",\"correlation_id\":\"" + accepted.correlationId() + "\"}";
    }
    if (acceptance instanceof Acceptance.Duplicate duplicate) {
      return head + "DUPLICATE\",\"correlation_id\":\"" + duplicate.first() + "\"}";
    }
    if (acceptance instanceof Acceptance.Refused refused) {
      return head
          + "REFUSED\",\"correlation_id\":\""
          + refused.correlationId()
          + "\",\"errors\":"
          + Problem.errors(refused.mistakes())
          + "}";
    }
    UUID id = ((Acceptance.Unavailable) acceptance).correlationId();
    return head + "UNAVAILABLE\",\"correlation_id\":\"" + id + "\"}";
  }
}
