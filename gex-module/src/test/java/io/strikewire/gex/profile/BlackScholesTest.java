package io.strikewire.gex.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's formulas against published tables. */
class BlackScholesTest {

  /** The tables are not rounded alike in their last digit. */
  private static final double LAST_DIGIT = 1e-4;

  @ParameterizedTest
  @CsvFileSource(resources = "/haug-prices.csv")
  void prices_are_those_of_haugs_tables(ArgumentsAccessor row) {
    Line line = Line.of(row);
    assertThat(
            BlackScholesFormulaRepository.price(
                line.spot,
                line.strike,
                line.years,
                line.volatility,
                line.rate,
                line.carry(),
                line.call))
        .isCloseTo(line.published, within(LAST_DIGIT));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/haug-prices.csv")
  void the_volatility_implied_by_a_published_price_is_the_published_one(ArgumentsAccessor row) {
    Line line = Line.of(row);
    double forward = line.spot * Math.exp(line.carry() * line.years);
    double undiscounted = line.published * Math.exp(line.rate * line.years);
    double vega =
        BlackScholesFormulaRepository.vega(
            line.spot, line.strike, line.years, line.volatility, line.rate, line.carry());
    assertThat(
            BlackFormulaRepository.impliedVolatility(
                undiscounted, forward, line.strike, line.years, line.call))
        .isCloseTo(line.volatility, within(LAST_DIGIT / vega));
  }

  /** Haug, pages 11 to 16: what the gamma of contracts without one is computed with. */
  @ParameterizedTest
  @CsvSource("CALL, 60, 55, 0, 0.1, 0.75, 0.3, 0.0278")
  void gamma_is_the_published_one(ArgumentsAccessor row) {
    Line line = Line.of(row);
    assertThat(
            BlackScholesFormulaRepository.gamma(
                line.spot, line.strike, line.years, line.volatility, line.rate, line.carry()))
        .isCloseTo(line.published, within(LAST_DIGIT));
  }

  /** Haug, pages 11 to 16: what the delta of listed contracts is computed with. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 105, 0.1, 0.1, 0.5, 0.36, 0.5946",
    "PUT, 100, 105, 0.1, 0.1, 0.5, 0.36, -0.3566",
  })
  void delta_is_the_published_one(ArgumentsAccessor row) {
    Line line = Line.of(row);
    assertThat(
            BlackScholesFormulaRepository.delta(
                line.spot,
                line.strike,
                line.years,
                line.volatility,
                line.rate,
                line.carry(),
                line.call))
        .isCloseTo(line.published, within(LAST_DIGIT));
  }

  /** A line of a table; yield and rate are continuous, in decimal form. */
  private record Line(
      boolean call,
      double strike,
      double spot,
      double yield,
      double rate,
      double years,
      double volatility,
      double published) {

    static Line of(ArgumentsAccessor row) {
      return new Line(
          row.getString(0).equals("CALL"),
          row.getDouble(1),
          row.getDouble(2),
          row.getDouble(3),
          row.getDouble(4),
          row.getDouble(5),
          row.getDouble(6),
          row.getDouble(7));
    }

    double carry() {
      return rate - yield;
    }
  }
}
