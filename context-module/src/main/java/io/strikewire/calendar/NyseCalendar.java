package io.strikewire.calendar;

import com.opengamma.strata.basics.ReferenceData;
import com.opengamma.strata.basics.date.HolidayCalendar;
import com.opengamma.strata.basics.date.HolidayCalendarIds;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Symbol;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * The sessions of the New York Stock Exchange, which the options exchanges follow: 09:30 to 16:00,
 * on half days to 13:00. Options on broad index funds and on indexes trade 15 minutes longer; those
 * on indexes that settle at the close do not on their last day, and those that settle in the
 * morning trade last on the day before.
 *
 * <p>Checked session by session for 1990 to 2022, and for 2024 to 2027 as announced. Holidays are
 * known for 1950 to 2099; other dates are refused with {@link IllegalArgumentException}.
 */
public final class NyseCalendar implements TradingCalendar {

  private static final LocalTime OPEN = LocalTime.of(9, 30);
  private static final LocalTime CLOSE = LocalTime.of(16, 0);
  private static final Duration LATE = Duration.ofMinutes(15);

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
    boolean late = IndexOptions.tradeLate(underlying.ticker());
    return Optional.of(
        new Session(date, instant(date, OPEN), late ? close.plus(LATE) : close, early.isPresent()));
  }

  @Override
  public Optional<Session> session(LocalDate date, OptionContract contract) {
    if (date.isAfter(lastTradingDay(contract))) {
      return Optional.empty();
    }
    Optional<Session> usual = session(date, contract.root());
    return IndexOptions.settlesAtTheClose(contract) && date.equals(lastTradingDay(contract))
        ? usual.map(NyseCalendar::withoutTheLateQuarter)
        : usual;
  }

  @Override
  public LocalDate lastTradingDay(OptionContract contract) {
    LocalDate day = contract.expiration();
    if (IndexOptions.settlesInTheMorning(contract)) {
      day = day.minusDays(1);
    }
    while (!isTradingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }

  private static Session withoutTheLateQuarter(Session late) {
    return new Session(late.date(), late.open(), late.close().minus(LATE), late.early());
  }

  private static Instant instant(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(NEW_YORK).toInstant();
  }
}
