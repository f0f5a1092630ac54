package io.strikewire.intake.cdi;

import io.strikewire.payload.Mistake;
import io.strikewire.signal.SignalId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A line in the log for each delivery that does not go on along the route. */
final class IntakeLines {

  private static final System.Logger LOG = System.getLogger("io.strikewire.signal");

  private IntakeLines() {}

  /** It came before; the line bears the first one's name. */
  static void repeated(UUID first) {
    line(first, "DUPLICATE", "SAME_DELIVERY");
  }

  /** It could not be read. Only fields are named: what they held is the sender's. */
  static void refused(UUID id, List<Mistake> mistakes) {
    String fields = mistakes.stream().map(Mistake::field).collect(Collectors.joining(", "));
    line(id, "REFUSED", fields);
  }

  /** It is not known to be stored, and the sender was told to send it again. */
  static void unavailable(UUID id) {
    line(id, "UNAVAILABLE", "NOT_STORED");
  }

  private static void line(UUID id, String outcome, String reason) {
    if (LOG.isLoggable(System.Logger.Level.INFO)) {
      SignalId signal = new SignalId(id);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("correlation_id", signal);
      line.put("trace_id", signal.traceId());
      line.put("outcome", outcome);
      line.put("stage", "INTAKE");
      line.put("reason", reason);
      LOG.log(System.Logger.Level.INFO, "taken {0}", List.of(line));
    }
  }
}
