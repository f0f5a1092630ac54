package io.strikewire.web.hold;

import io.strikewire.hold.Hold.Kind;
import io.strikewire.payload.Payload;
import io.strikewire.payload.PayloadReader;
import io.strikewire.web.problem.BadRequest;
import java.util.Locale;
import java.util.Optional;

/** Reads what is to be held or released. */
public final class HoldReading {

  private static final int LONGEST = 500;
  private static final String OPERATOR = "operator";

  private HoldReading() {}

  /**
   * What is to be held.
   *
   * @param by who asks
   */
  public record Wish(Kind kind, String name, String reason, String by) {}

  /** Reads {@code {strategy, reason}} or {@code {source, reason}}; {@code by} if it is there. */
  public static Wish wish(Payload body) {
    PayloadReader reader = new PayloadReader(body);
    Optional<String> strategy = text(reader, "strategy");
    Optional<String> source = text(reader, "source").map(name -> name.toUpperCase(Locale.ROOT));
    if (strategy.isPresent() == source.isPresent()) {
      reader.mistake("strategy", strategy.orElse("nothing"), "either strategy or source");
    }
    Optional<String> reason =
        reader.required("text of 1 to " + LONGEST + " characters", HoldReading::bounded, "reason");
    Optional<String> by = text(reader, "by");
    refuse(reader);
    return new Wish(
        strategy.isPresent() ? Kind.STRATEGY : Kind.SOURCE,
        strategy.or(() -> source).orElseThrow(),
        reason.orElseThrow(),
        by.orElse(OPERATOR));
  }

  /** Who asks for a release: {@code {by}}, or the operator. */
  public static String by(Payload body) {
    PayloadReader reader = new PayloadReader(body);
    Optional<String> by = text(reader, "by");
    refuse(reader);
    return by.orElse(OPERATOR);
  }

  private static Optional<String> text(PayloadReader reader, String name) {
    return reader.parsed("text of 1 to " + LONGEST + " characters", HoldReading::bounded, name);
  }

  private static Optional<String> bounded(String text) {
    return Optional.of(text.strip()).filter(t -> !t.isEmpty() && t.length() <= LONGEST);
  }

  private static void refuse(PayloadReader reader) {
    if (!reader.mistakes().isEmpty()) {
      throw new BadRequest(reader.mistakes());
    }
  }
}
