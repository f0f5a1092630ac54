package io.strikewire.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.position.PerformanceBook.Report;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerformanceTest {

  @Test
  void two_wins_and_a_loss() {
    Report report =
        Performance.of(
            List.of(
                new ClosedTrade("TRADINGVIEW", "SPY", "PROFIT_TARGET", usd("300.00")),
                new ClosedTrade("TRADINGVIEW", "QQQ", "STOP_LOSS", usd("-200.00")),
                new ClosedTrade("MTF", "SPY", "SIGNAL", usd("100.00"))),
            List.of(usd("300.00"), usd("-150.00"), usd("-50.00"), usd("100.00")),
            Map.of(
                LocalDate.of(2026, 11, 24), usd("100.00"),
                LocalDate.of(2026, 11, 23), usd("100.00")),
            usd("12.50"));
    assertThat(report.equity()).isEqualByComparingTo("212.50");
    assertThat(report.winRate().orElseThrow()).isEqualByComparingTo("0.6667");
    assertThat(report.profitFactor().orElseThrow()).isEqualByComparingTo("2");
    assertThat(report.maxDrawdown()).isEqualByComparingTo("200");
    assertThat(report.daily().get(1).cumulative()).isEqualByComparingTo("200");
    assertThat(report.bySymbol())
        .filteredOn(group -> group.name().equals("SPY"))
        .singleElement()
        .satisfies(
            spy -> {
              assertThat(spy.trades()).isEqualTo(2);
              assertThat(spy.realized()).isEqualByComparingTo("400");
            });
  }

  @Test
  void before_the_first_trade_rates_are_unknown_and_not_zero() {
    Report report = Performance.of(List.of(), List.of(), Map.of(), BigDecimal.ZERO);
    assertThat(report.winRate()).isEmpty();
    assertThat(report.profitFactor()).isEmpty();
    assertThat(report.maxDrawdown()).isZero();
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }
}
