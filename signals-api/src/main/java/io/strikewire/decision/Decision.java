package io.strikewire.decision;

import io.strikewire.event.SignalRoute;
import io.strikewire.signal.SignalId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The one answer a signal receives.
 *
 * @param signalId whose
 * @param kind what was decided
 * @param stage where on the route
 * @param rejection the code, on REJECT only
 * @param confidence 0 to 100; 0 when the route ended before it was computed
 * @param positionSize contracts; 0 unless ENTER
 * @param verdicts every rule's word, in the order they were asked
 * @param calculations inputs and intermediate values by name, real ones on REJECT too
 * @param rulesVersion the version of the rules that decided
 * @param settingsVersion a short hash of the settings in force
 * @param at when, on the service's clock
 */
public record Decision(
    SignalId signalId,
    Kind kind,
    SignalRoute stage,
    Optional<Rejection> rejection,
    double confidence,
    int positionSize,
    List<Verdict> verdicts,
    Map<String, Object> calculations,
    String rulesVersion,
    String settingsVersion,
    Instant at) {

  /** What can be decided. */
  public enum Kind {
    ENTER,
    REJECT,
    EXIT
  }

  public Decision {
    verdicts = List.copyOf(verdicts);
    if ((kind == Kind.REJECT) != rejection.isPresent()) {
      throw new IllegalArgumentException("a rejection has a code, nothing else has: " + kind);
    }
    if ((kind == Kind.ENTER) != positionSize > 0) {
      throw new IllegalArgumentException(
          "an entry has contracts, nothing else has: " + kind + " of " + positionSize);
    }
  }

  /** A refusal before confidence and size were computed. */
  public static Decision rejected(
      SignalId signal,
      SignalRoute stage,
      Rejection code,
      List<Verdict> verdicts,
      Versions versions,
      Instant at) {
    return rejected(signal, stage, code, verdicts, Map.of(), versions, at);
  }

  /** The same with what it was decided on. */
  public static Decision rejected(
      SignalId signal,
      SignalRoute stage,
      Rejection code,
      List<Verdict> verdicts,
      Map<String, Object> calculations,
      Versions versions,
      Instant at) {
    return new Decision(
        signal,
        Kind.REJECT,
        stage,
        Optional.of(code),
        0,
        0,
        verdicts,
        calculations,
        versions.rules(),
        versions.settings(),
        at);
  }

  /** Derived from the signal's, so that deciding again gives the same decision the same name. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(("decision:" + signalId).getBytes(StandardCharsets.UTF_8));
  }

  /** Which rules and settings decided. */
  public record Versions(String rules, String settings) {}
}
