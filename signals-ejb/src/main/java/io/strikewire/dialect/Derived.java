package io.strikewire.dialect;

import io.strikewire.market.TradingCalendar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Strikes and expirations for senders that name none. Dates are New York's. */
final class Derived {

  private static final BigDecimal HALF_STEP_BELOW = BigDecimal.valueOf(25);
  private static final BigDecimal MIDDLE_STEP_BELOW = BigDecimal.valueOf(200);

  private Derived() {}

  /**
   * The nearest strike of one grid for all senders: 2.5 below 25 USD, 5 below 200, else 10. The
   * lowest is 2.5, however little the underlying costs.
   */
  static BigDecimal strike(BigDecimal price) {
    BigDecimal step =
        price.compareTo(HALF_STEP_BELOW) < 0
            ? new BigDecimal("2.5")
            : BigDecimal.valueOf(price.compareTo(MIDDLE_STEP_BELOW) < 0 ? 5 : 10);
    BigDecimal nearest = price.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    return price.signum() > 0 ? nearest.max(step) : nearest;
  }

  /**
   * The third Friday of next month, of the month after from this month's third Friday on; the
   * trading day before when it is a holiday.
   */
  static LocalDate monthly(Instant now, TradingCalendar calendar) {
    LocalDate today = today(now);
    boolean late = !today.isBefore(thirdFriday(YearMonth.from(today)));
    return traded(thirdFriday(YearMonth.from(today).plusMonths(late ? 2 : 1)), calendar);
  }

  /** The next Friday at least so many days away; a Friday itself counts as seven days away. */
  static LocalDate weekly(Instant now, int leastDays, TradingCalendar calendar) {
    LocalDate today = today(now);
    LocalDate friday = today.with(TemporalAdjusters.next(DayOfWeek.FRIDAY));
    boolean soon = ChronoUnit.DAYS.between(today, friday) < leastDays;
    return traded(soon ? friday.plusWeeks(1) : friday, calendar);
  }

  private static LocalDate today(Instant now) {
    return now.atZone(TradingCalendar.NEW_YORK).toLocalDate();
  }

  private static LocalDate thirdFriday(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.FRIDAY));
  }

  private static LocalDate traded(LocalDate date, TradingCalendar calendar) {
    LocalDate day = date;
    while (!calendar.isTradingDay(day)) {
      day = day.minusDays(1);
    }
    return day;
  }
}
