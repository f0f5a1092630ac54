package io.strikewire.context.history;

import java.time.LocalDate;

/** One session of an instrument; prices in its own unit, above zero. */
public record DailyBar(
    LocalDate day, double open, double high, double low, double close, double volume) {

  public DailyBar {
    if (!(low > 0 && high >= low && open > 0 && close > 0 && volume >= 0)) {
      throw new IllegalArgumentException(
          "no bar of " + day + ": " + open + " " + high + " " + low + " " + close);
    }
  }
}
