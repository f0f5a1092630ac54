package io.strikewire.position;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What trading brought, from the fills. All money is USD, net of costs. */
public interface PerformanceBook {

  /** The whole book's performance. */
  Report performance();

  /**
   * @param equity realized and unrealized profit or loss together
   * @param trades closed positions
   * @param winRate part of the closed positions that made money, 0 to 1; empty before the first
   * @param profitFactor money made over money lost; empty while nothing was lost
   * @param maxDrawdown the deepest fall of realized profit below its highest point, at least 0
   */
  record Report(
      BigDecimal equity,
      BigDecimal realized,
      BigDecimal unrealized,
      int trades,
      int wins,
      Optional<BigDecimal> winRate,
      Optional<BigDecimal> profitFactor,
      BigDecimal maxDrawdown,
      List<Day> daily,
      List<Group> bySource,
      List<Group> bySymbol,
      List<Group> byReason) {
    public Report {
      daily = List.copyOf(daily);
      bySource = List.copyOf(bySource);
      bySymbol = List.copyOf(bySymbol);
      byReason = List.copyOf(byReason);
    }
  }

  /** One New York day. */
  record Day(LocalDate date, BigDecimal realized, BigDecimal cumulative) {}

  /** Closed positions that have something in common. */
  record Group(String name, int trades, int wins, BigDecimal realized) {}
}
