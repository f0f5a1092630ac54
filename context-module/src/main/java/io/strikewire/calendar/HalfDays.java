package io.strikewire.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/**
 * Trading days that end early: the day after Thanksgiving (since 1992), 24 December, and the
 * weekday before Independence Day (since 1995; until 2012 the Friday after it when it fell on a
 * Thursday). They ended at 14:00 until 1992 and end at 13:00 since.
 */
final class HalfDays {

  private static final LocalTime SINCE_1993 = LocalTime.of(13, 0);
  private static final LocalTime UNTIL_1992 = LocalTime.of(14, 0);
  private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);
  private static final Set<LocalDate> EXTRAORDINARY =
      Set.of(LocalDate.of(1997, 12, 26), LocalDate.of(1999, 12, 31), LocalDate.of(2003, 12, 26));

  private HalfDays() {}

  /** When a trading day ends early, New York time; empty when it ends as usual. */
  static Optional<LocalTime> closeOn(LocalDate date) {
    boolean half =
        isAfterThanksgiving(date)
            || MonthDay.from(date).equals(CHRISTMAS_EVE)
            || isBesideIndependenceDay(date)
            || EXTRAORDINARY.contains(date);
    if (!half) {
      return Optional.empty();
    }
    return Optional.of(date.getYear() <= 1992 ? UNTIL_1992 : SINCE_1993);
  }

  private static boolean isAfterThanksgiving(LocalDate date) {
    return date.getMonth() == Month.NOVEMBER
        && date.getYear() >= 1992
        && date.minusDays(1)
            .equals(date.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
  }

  private static boolean isBesideIndependenceDay(LocalDate date) {
    if (date.getMonth() != Month.JULY || date.getYear() < 1995) {
      return false;
    }
    DayOfWeek fourth = date.withDayOfMonth(4).getDayOfWeek();
    if (fourth == DayOfWeek.THURSDAY && date.getYear() <= 2012) {
      return date.getDayOfMonth() == 5;
    }
    boolean dayBefore =
        fourth != DayOfWeek.SATURDAY && fourth != DayOfWeek.SUNDAY && fourth != DayOfWeek.MONDAY;
    return dayBefore && date.getDayOfMonth() == 3;
  }
}
