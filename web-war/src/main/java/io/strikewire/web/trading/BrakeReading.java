package io.strikewire.web.trading;

import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.RiskDesk.LimitOverride;
import io.strikewire.web.problem.BadRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what is asked of the brakes and limits. */
public final class BrakeReading {

  private static final int LONGEST_REASON = 500;
  private static final String OPERATOR = "operator";

  private BrakeReading() {}

  /**
   * What the kill switch is to be set to.
   *
   * @param by who asks
   */
  public record Setting(Mode mode, String reason, String by) {}

  /** Reads {@code {engaged, reason}}; {@code mode} says which way it is engaged. */
  public static Setting killSwitch(Payload body) {
    PayloadReader reader = new PayloadReader(body);
    Optional<Boolean> engaged = reader.required("true or false", BrakeReading::truth, "engaged");
    Optional<Mode> mode =
        reader.parsed(
            "REDUCING or HALTED when engaged, else ACTIVE",
            text ->
                Arrays.stream(Mode.values())
                    .filter(m -> m.name().equals(text.toUpperCase(Locale.ROOT)))
                    .filter(m -> engaged.map(on -> on != (m == Mode.ACTIVE)).orElse(true))
                    .findFirst(),
            "mode");
    Optional<String> reason = reason(reader);
    String by = by(reader);
    refuse(reader);
    return new Setting(
        mode.orElse(engaged.orElseThrow() ? Mode.REDUCING : Mode.ACTIVE), reason.orElseThrow(), by);
  }

  /**
   * Reads {@code {limit, value, reason, expires_at}}.
   *
   * @param limits which there are
   * @param actor who asks, given the body's own word
   */
  public static LimitOverride override(
      Payload body, Set<String> limits, UnaryOperator<String> actor, Instant now) {
    PayloadReader reader = new PayloadReader(body);
    Optional<String> name =
        reader.required(
            "one of " + String.join(", ", limits),
            text -> Optional.of(text).filter(limits::contains),
            "limit");
    Optional<BigDecimal> value =
        reader
            .number("a number from 0", "value")
            .filter(number -> number.signum() >= 0 && number.precision() - number.scale() <= 12);
    if (value.isEmpty() && reader.mistakes().stream().noneMatch(m -> m.field().equals("value"))) {
      reader.mistake("value", body.first("value").orElse("nothing"), "a number from 0");
    }
    Optional<Instant> until = reader.instant("expires_at").filter(at -> at.isAfter(now));
    if (until.isEmpty()
        && reader.mistakes().stream().noneMatch(m -> m.field().equals("expires_at"))) {
      reader.mistake(
          "expires_at", body.first("expires_at").orElse("nothing"), "a time after " + now);
    }
    Optional<String> reason = reason(reader);
    String by = actor.apply(by(reader));
    refuse(reader);
    return new LimitOverride(
        name.orElseThrow(),
        value.orElseThrow(),
        reason.orElseThrow(),
        by,
        now,
        until.orElseThrow());
  }

  /** Who asks, by their own word. */
  public static String by(PayloadReader reader) {
    return reader.text("text", "by").orElse(OPERATOR);
  }

  /** Fails with every mistake there is. */
  public static void refuse(PayloadReader reader) {
    if (!reader.mistakes().isEmpty()) {
      throw new BadRequest(reader.mistakes());
    }
  }

  private static Optional<String> reason(PayloadReader reader) {
    return reader.required(
        "text of 1 to " + LONGEST_REASON + " characters",
        text -> Optional.of(text).filter(t -> t.length() <= LONGEST_REASON),
        "reason");
  }

  private static Optional<Boolean> truth(String text) {
    return text.equals("true") || text.equals("false")
        ? Optional.of(Boolean.valueOf(text))
        : Optional.empty();
  }
}
