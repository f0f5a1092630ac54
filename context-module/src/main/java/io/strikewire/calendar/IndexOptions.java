package io.strikewire.calendar;

import io.strikewire.option.OptionContract;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Option classes on indexes, which settle in cash: in the morning, or at the last day's close. */
final class IndexOptions {

  /** Settled by the opening prices of the expiration: they trade last on the day before. */
  private static final Set<String> MORNING = Set.of("SPX", "NDX", "RUT", "VIX", "VIXW", "DJX");

  /** Settled by the closing prices: on their last day they trade to the close, not beyond it. */
  private static final Set<String> CLOSE =
      Set.of("SPXW", "XSP", "NDXP", "XND", "RUTW", "MRUT", "OEX", "XEO");

  private static final Set<String> LATE_FUNDS = Set.of("SPY", "QQQ", "IWM", "DIA");

  private IndexOptions() {}

  /** Whether a class trades a quarter of an hour longer than shares do. */
  static boolean tradeLate(String root) {
    return LATE_FUNDS.contains(root) || MORNING.contains(root) || CLOSE.contains(root);
  }

  /**
   * Whether a contract is settled by the opening of its expiration. The monthly class of an index
   * is; its weeklies, which trade under a root of their own, are not. Volatility options expire on
   * Wednesdays, and all of them are.
   */
  static boolean settlesInTheMorning(OptionContract contract) {
    String root = contract.root().ticker();
    return MORNING.contains(root)
        && (root.startsWith("VIX") || isThirdFriday(contract.expiration()));
  }

  /** Whether a contract is settled by the close of its last day. */
  static boolean settlesAtTheClose(OptionContract contract) {
    String root = contract.root().ticker();
    return CLOSE.contains(root) || (MORNING.contains(root) && !settlesInTheMorning(contract));
  }

  /** The third Friday, or the Thursday before it where that Friday is a holiday. */
  private static boolean isThirdFriday(LocalDate date) {
    LocalDate friday =
        date.getDayOfWeek() == DayOfWeek.THURSDAY && !isThirdFridayItself(date)
            ? date.plusDays(1)
            : date;
    return isThirdFridayItself(friday);
  }

  private static boolean isThirdFridayItself(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.FRIDAY
        && date.getDayOfMonth() >= 15
        && date.getDayOfMonth() <= 21;
  }
}
