package io.strikewire.gex.chain;

import io.strikewire.gex.GexReading;
import io.strikewire.market.Snapshot;
import io.strikewire.market.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What a chain's age does to it. */
public final class ChainFreshness {

  private static final Duration SKEW = Duration.ofMinutes(1);

  private ChainFreshness() {}

  /** Whether quotes of {@code asOf} still price anything at {@code now}. */
  public static boolean prices(Instant asOf, Instant now, Duration atMost) {
    Duration age = Duration.between(asOf, now);
    return age.compareTo(atMost) <= 0 && age.compareTo(SKEW.negated()) >= 0;
  }

  /** A reading of another New York day weighs nothing, an old one of today less. */
  public static Snapshot<GexReading> of(GexReading reading, Instant now, Duration staleAfter) {
    LocalDate day = reading.asOf().atZone(TradingCalendar.NEW_YORK).toLocalDate();
    Duration age = Duration.between(reading.asOf(), now);
    if (age.compareTo(SKEW.negated()) < 0
        || !day.equals(now.atZone(TradingCalendar.NEW_YORK).toLocalDate())) {
      return new Snapshot.Missing<>("the latest chain is of " + day);
    }
    return age.compareTo(staleAfter) <= 0
        ? new Snapshot.Fresh<>(reading, age)
        : new Snapshot.Stale<>(reading, age);
  }
}
