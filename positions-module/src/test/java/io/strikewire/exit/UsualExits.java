package io.strikewire.exit;

import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

/**
 * What the tests of the exit rules begin with: a holding bought on Friday, asked on Monday noon.
 */
final class UsualExits {

  static final Symbol NVDA = new Symbol("NVDA");

  /** 12:00 in New York. */
  static final Instant MONDAY_NOON = Instant.parse("2026-11-23T17:00:00Z");

  static final Instant BOUGHT = Instant.parse("2026-11-20T15:00:00Z");

  /** Half as much again, less than 30 % lost, an exposure of up to four hours, 15:30. */
  static final ExitSettings USUAL =
      ExitSettings.of(
          BigDecimal.valueOf(50),
          BigDecimal.valueOf(-30),
          Duration.ofHours(4),
          LocalTime.of(15, 30));

  private UsualExits() {}
}
