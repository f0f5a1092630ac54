package io.strikewire.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days on which the exchange stayed closed that no rule foretells. */
final class UnscheduledClosures {

  private static final Set<LocalDate> DAYS =
      Stream.of(
              "1994-04-27", // mourning, Richard Nixon
              "2001-09-11", // attacks of 11 September
              "2001-09-12",
              "2001-09-13",
              "2001-09-14",
              "2004-06-11", // mourning, Ronald Reagan
              "2007-01-02", // mourning, Gerald Ford
              "2012-10-29", // hurricane Sandy
              "2012-10-30",
              "2018-12-05", // mourning, George H. W. Bush
              "2025-01-09") // mourning, Jimmy Carter
          .map(LocalDate::parse)
          .collect(Collectors.toUnmodifiableSet());

  private UnscheduledClosures() {}

  static boolean on(LocalDate date) {
    return DAYS.contains(date);
  }
}
