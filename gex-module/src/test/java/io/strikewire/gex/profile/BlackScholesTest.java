package io.strikewire.gex.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import com.opengamma.strata.pricer.impl.option.BlackScholesFormulaRepository;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** The library's formulas against published tables; rates are continuous, in decimal form. */
class BlackScholesTest {

  /** The tables are not rounded alike in their last digit. */
  private static final double LAST_DIGIT = 1e-4;

  @ParameterizedTest
  @CsvFileSource(resources = "/haug-prices.csv")
  void prices_are_those_of_haugs_tables(
      Side side,
      double strike,
      double spot,
      double yield,
      double rate,
      double years,
      double volatility,
      double price) {
    assertThat(
            BlackScholesFormulaRepository.price(
                spot, strike, years, volatility, rate, rate - yield, side == Side.CALL))
        .isCloseTo(price, within(LAST_DIGIT));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/haug-prices.csv")
  void the_volatility_implied_by_a_published_price_is_the_published_one(
      Side side,
      double strike,
      double spot,
      double yield,
      double rate,
      double years,
      double volatility,
      double price) {
    double forward = spot * Math.exp((rate - yield) * years);
    double undiscounted = price * Math.exp(rate * years);
    double vega =
        BlackScholesFormulaRepository.vega(spot, strike, years, volatility, rate, rate - yield);
    assertThat(
            BlackFormulaRepository.impliedVolatility(
                undiscounted, forward, strike, years, side == Side.CALL))
        .isCloseTo(volatility, within(LAST_DIGIT / vega));
  }

  /** Haug, pages 11 to 16: what the gamma of contracts without one is computed with. */
  @ParameterizedTest
  @CsvSource({
    "60, 55, 0, 0.1, 0.75, 0.3, 0.0278",
  })
  void gamma_is_the_published_one(
      double strike,
      double spot,
      double yield,
      double rate,
      double years,
      double volatility,
      double gamma) {
    assertThat(
            BlackScholesFormulaRepository.gamma(
                spot, strike, years, volatility, rate, rate - yield))
        .isCloseTo(gamma, within(LAST_DIGIT));
  }

  /** Haug, pages 11 to 16: what the delta of listed contracts is computed with. */
  @ParameterizedTest
  @CsvSource({
    "CALL, 100, 105, 0.1, 0.1, 0.5, 0.36, 0.5946",
    "PUT, 100, 105, 0.1, 0.1, 0.5, 0.36, -0.3566",
  })
  void delta_is_the_published_one(
      Side side,
      double strike,
      double spot,
      double yield,
      double rate,
      double years,
      double volatility,
      double delta) {
    assertThat(
            BlackScholesFormulaRepository.delta(
                spot, strike, years, volatility, rate, rate - yield, side == Side.CALL))
        .isCloseTo(delta, within(LAST_DIGIT));
  }

  enum Side {
    CALL,
    PUT
  }
}
