package io.strikewire.exit;

import io.strikewire.gex.GexReading;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Other gamma exposure: a side that turns or did not turn, or a reading of another time. */
final class ExposureChanges {

  private final ExitQuestion asked;
  private final ExitSettings settings;
  private final Direction held;
  private final Direction against;

  ExposureChanges(ExitQuestion asked, ExitSettings settings) {
    this.asked = asked;
    this.settings = settings;
    this.held = asked.holding().direction();
    this.against = held.opposite();
  }

  /** One reading can only be followed by another; of two each may have been otherwise. */
  Stream<ExitCounterfactual> all() {
    List<GexReading> known = asked.gex();
    if (known.isEmpty()) {
      return Stream.empty();
    }
    GexReading newest = known.get(0);
    List<ExitCounterfactual> changes = new ArrayList<>();
    if (newest.direction().filter(against::equals).isEmpty()) {
      changes.add(turned(newest));
    }
    if (known.size() > 1) {
      changes.add(sided(newest, known.get(1)));
      changes.add(sidedBefore(newest, known.get(1)));
      changes.add(timed(newest, known.get(1)));
    }
    return changes.stream();
  }

  /** One reading more, taken now. */
  private ExitCounterfactual turned(GexReading newest) {
    return changed(
        "gamma exposure turns to " + against,
        newest.strengthAsDecimal(),
        on(against, newest, asked.now()),
        newest);
  }

  private ExitCounterfactual sided(GexReading newest, GexReading earlier) {
    return changed(
        "gamma exposure " + held,
        newest.strengthAsDecimal(),
        on(held, newest, newest.asOf()),
        earlier);
  }

  private ExitCounterfactual sidedBefore(GexReading newest, GexReading earlier) {
    Direction other = earlier.direction().filter(against::equals).isPresent() ? held : against;
    return changed(
        "gamma exposure before it " + other,
        earlier.strengthAsDecimal(),
        newest,
        on(other, earlier, earlier.asOf()));
  }

  /** The newest reading on the other side of the moment from which on it counts. */
  private ExitCounterfactual timed(GexReading newest, GexReading earlier) {
    Instant bought = asked.holding().openedAt();
    boolean sincePurchase =
        settings.gexMaxAge().compareTo(Duration.between(bought, asked.now())) >= 0;
    Instant from = sincePurchase ? bought : asked.now().minus(settings.gexMaxAge());
    boolean counts = !newest.asOf().isBefore(from);
    Instant other = counts ? from.minus(ClockChanges.MOMENT) : from;
    return changed(
        "gamma exposure as of "
            + (counts ? "before " : "")
            + ClockChanges.shown(from)
            + (counts ? "" : " or later"),
        ClockChanges.distance(Duration.between(newest.asOf(), other)),
        new GexReading(newest.symbol(), newest.direction(), newest.strength(), other),
        earlier);
  }

  private ExitCounterfactual changed(
      String text, BigDecimal distance, GexReading newest, GexReading earlier) {
    return new ExitCounterfactual(text, distance, asked.exposed(List.of(newest, earlier)));
  }

  private static GexReading on(Direction side, GexReading reading, Instant asOf) {
    return new GexReading(reading.symbol(), Optional.of(side), reading.strength(), asOf);
  }
}
