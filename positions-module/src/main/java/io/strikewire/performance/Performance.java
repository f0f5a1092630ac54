package io.strikewire.performance;

import io.strikewire.position.PerformanceBook.Day;
import io.strikewire.position.PerformanceBook.Group;
import io.strikewire.position.PerformanceBook.Report;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Adds up what trading brought. */
public final class Performance {

  private Performance() {}

  /**
   * The report.
   *
   * @param realizedByFill what each fill realized in USD, oldest first
   * @param realizedByDay the same by New York day
   * @param unrealized of what is open
   */
  public static Report of(
      List<ClosedTrade> trades,
      List<BigDecimal> realizedByFill,
      Map<LocalDate, BigDecimal> realizedByDay,
      BigDecimal unrealized) {
    BigDecimal realized = sum(realizedByFill);
    int wins = (int) trades.stream().filter(Performance::won).count();
    return new Report(
        realized.add(unrealized),
        realized,
        unrealized,
        trades.size(),
        wins,
        trades.isEmpty() ? Optional.empty() : Optional.of(ratio(wins, trades.size())),
        profitFactor(trades),
        drawdown(realizedByFill),
        days(realizedByDay),
        groups(trades, ClosedTrade::source),
        groups(trades, ClosedTrade::symbol),
        groups(trades, ClosedTrade::reason));
  }

  private static boolean won(ClosedTrade trade) {
    return trade.realized().signum() > 0;
  }

  private static BigDecimal ratio(int part, int whole) {
    return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
  }

  private static Optional<BigDecimal> profitFactor(List<ClosedTrade> trades) {
    BigDecimal made =
        sum(trades.stream().filter(Performance::won).map(ClosedTrade::realized).toList());
    BigDecimal lost =
        sum(trades.stream().filter(t -> !won(t)).map(ClosedTrade::realized).toList()).negate();
    return lost.signum() == 0
        ? Optional.empty()
        : Optional.of(made.divide(lost, 4, RoundingMode.HALF_UP));
  }

  private static BigDecimal drawdown(List<BigDecimal> realizedByFill) {
    BigDecimal equity = BigDecimal.ZERO;
    BigDecimal highest = BigDecimal.ZERO;
    BigDecimal deepest = BigDecimal.ZERO;
    for (BigDecimal step : realizedByFill) {
      equity = equity.add(step);
      highest = highest.max(equity);
      deepest = deepest.max(highest.subtract(equity));
    }
    return deepest;
  }

  private static List<Day> days(Map<LocalDate, BigDecimal> realizedByDay) {
    List<Day> days = new ArrayList<>();
    BigDecimal cumulative = BigDecimal.ZERO;
    for (Map.Entry<LocalDate, BigDecimal> day : new TreeMap<>(realizedByDay).entrySet()) {
      cumulative = cumulative.add(day.getValue());
      days.add(new Day(day.getKey(), day.getValue(), cumulative));
    }
    return days;
  }

  private static List<Group> groups(List<ClosedTrade> trades, Function<ClosedTrade, String> by) {
    Map<String, List<ClosedTrade>> sorted = new TreeMap<>();
    trades.forEach(t -> sorted.computeIfAbsent(by.apply(t), name -> new ArrayList<>()).add(t));
    return sorted.entrySet().stream()
        .map(
            group ->
                new Group(
                    group.getKey(),
                    group.getValue().size(),
                    (int) group.getValue().stream().filter(Performance::won).count(),
                    sum(group.getValue().stream().map(ClosedTrade::realized).toList())))
        .toList();
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }
}
