package io.strikewire.contract;

import io.strikewire.decision.Rejection;
import io.strikewire.position.Market;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a quote must be like to be bought at.
 *
 * @param maxSpreadPercent most that ask and bid may be apart, in percent of their middle
 * @param minSpread USD per share that they may be apart whatever the middle: cheap options are wide
 * @param maxAge oldest quote
 */
public record Liquidity(BigDecimal maxSpreadPercent, BigDecimal minSpread, Duration maxAge) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Why a market is not bought at; a model's value or a stated premium has no spread to judge. */
  public Optional<Refusal> refusal(Market market, Instant now) {
    if (!market.basis().equals("QUOTE")) {
      return Optional.empty();
    }
    Duration age = Duration.between(market.at(), now);
    if (age.compareTo(maxAge) > 0) {
      return Optional.of(
          new Refusal(
              Rejection.QUOTE_TOO_OLD,
              "the quote is " + age.toSeconds() + " s old, at most " + maxAge.toSeconds()));
    }
    BigDecimal spread = market.ask().subtract(market.bid());
    if (spread.compareTo(minSpread) <= 0) {
      return Optional.empty();
    }
    boolean wide = spread.multiply(HUNDRED).compareTo(maxSpreadPercent.multiply(market.mid())) > 0;
    return wide
        ? Optional.of(new Refusal(Rejection.SPREAD_TOO_WIDE, facts(market, spread)))
        : Optional.empty();
  }

  private String facts(Market market, BigDecimal spread) {
    BigDecimal percent =
        market.mid().signum() == 0
            ? HUNDRED
            : spread.multiply(HUNDRED).divide(market.mid(), 1, RoundingMode.HALF_UP);
    return "bid "
        + market.bid()
        + ", ask "
        + market.ask()
        + ": "
        + percent
        + " % apart, at most "
        + maxSpreadPercent;
  }

  /** A refusal with its facts. */
  public record Refusal(Rejection code, String facts) {}
}
