package io.strikewire.gex.profile;

import io.strikewire.gex.GexProfile.ExpectedMove;
import io.strikewire.gex.chain.OptionChain;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far the market expects the underlying to go until the first expiration after the chain's day:
 * the price of the straddle closest to spot if both sides are quoted, else {@code S σ √T}.
 */
final class ExpectedMoves {

  private static final double PRICE_UNIT = 10_000;

  private ExpectedMoves() {}

  static Optional<ExpectedMove> of(
      OptionChain chain, ChainShape shape, Completed measures, int dayCount) {
    int today = (int) chain.date().toEpochDay();
    for (int expiry = 0; expiry < shape.expiries.length; expiry++) {
      if (shape.day(expiry) > today) {
        Optional<ExpectedMove> move = until(expiry, chain, shape, measures, dayCount);
        if (move.isPresent()) {
          return move;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ExpectedMove> until(
      int expiry, OptionChain chain, ChainShape shape, Completed measures, int dayCount) {
    int call = nearest(expiry, true, chain, shape);
    int put = nearest(expiry, false, chain, shape);
    if (call < 0 || put < 0 || shape.strikeOf[call] != shape.strikeOf[put]) {
      return Optional.empty();
    }
    LocalDate day = LocalDate.ofEpochDay(shape.day(expiry));
    if (quoted(chain, call) && quoted(chain, put)) {
      double price = mid(chain, call) + mid(chain, put);
      return Optional.of(new ExpectedMove(price, day, "STRADDLE"));
    }
    double volatility = (measures.iv[call] + measures.iv[put]) / 2;
    double years = shape.weekdays[expiry] / (double) dayCount;
    return measures.iv[call] > 0 && measures.iv[put] > 0
        ? Optional.of(
            new ExpectedMove(chain.spot() * volatility * Math.sqrt(years), day, "VOLATILITY"))
        : Optional.empty();
  }

  private static int nearest(int expiry, boolean call, OptionChain chain, ChainShape shape) {
    int best = -1;
    double distance = Double.POSITIVE_INFINITY;
    for (int row = 0; row < chain.size(); row++) {
      if (shape.expiryOf[row] == expiry && chain.isCall(row) == call) {
        double away = Math.abs(chain.strikeThousandths(row) / 1000.0 - chain.spot());
        if (away < distance) {
          best = row;
          distance = away;
        }
      }
    }
    return best;
  }

  private static boolean quoted(OptionChain chain, int row) {
    return chain.bid(row) > 0 && chain.bid(row) <= chain.ask(row);
  }

  private static double mid(OptionChain chain, int row) {
    return (chain.bid(row) + (double) chain.ask(row)) / 2 / PRICE_UNIT;
  }
}
