package io.strikewire.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import io.strikewire.market.TradingCalendar;
import io.strikewire.signal.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions of the New York Stock Exchange, which the options exchanges follow: 09:30 to 16:00,
 * on half days to 13:00. Options on broad index funds and on the S&amp;P 500 trade 15 minutes
 * longer.
 *
 * <p>Checked session by session for 1990 to 2022, and for 2024 to 2027 as announced. Holidays are
 * known for 1950 to 2099; other dates are refused with {@link IllegalArgumentException}.
 */
public final class NyseCalendar implements TradingCalendar {

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Set<String> LATE_CLASSES = Set.of("SPY", "QQQ", "IWM", "DIA", "SPX");

  private final HolidayCalendar holidays =
      HolidayCalendarIds.NYSE.resolve(ReferenceData.standard());

  @Override
  public boolean isTradingDay(LocalDate date) {
    return holidays.isBusinessDay(date) && !UnscheduledClosures.on(date);
  }

  @Override
  public Optional<Session> session(LocalDate date, Symbol underlying) {
    if (!isTradingDay(date)) {
      return Optional.empty();
    }
    Optional<LocalTime> early = HalfDays.closeOn(date);
    Instant close = instant(date, early.orElse(CLOSE));
    boolean late = LATE_CLASSES.contains(underlying.ticker());
    return Optional.of(
        new Session(date, instant(date, OPEN), late ? close.plus(LATE) : close, early.isPresent()));
  }

  private static Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(NEW_YORK).toInstant();
  }
}
