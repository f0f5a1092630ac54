package io.strikewire.broker;

import io.strikewire.option.OptionPrice;
import io.strikewire.position.Fill;
import io.strikewire.position.Fill.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * Fills every order at once and in full.
 *
 * @param commission USD per contract
 * @param fee USD per contract
 */
public record PaperBroker(BigDecimal commission, BigDecimal fee) {

  /** Buys at the ask. */
  public Fill buy(OptionPrice.Known price, int contracts, Instant at) {
    return fill(Side.BUY, price.ask(), contracts, at);
  }

  /** Sells at the bid. */
  public Fill sell(OptionPrice.Known price, int contracts, Instant at) {
    return fill(Side.SELL, price.bid(), contracts, at);
  }

  private Fill fill(Side side, BigDecimal price, int contracts, Instant at) {
    return new Fill(
        side,
        price.setScale(4, RoundingMode.HALF_UP),
        contracts,
        cost(commission, contracts),
        cost(fee, contracts),
        at);
  }

  private static BigDecimal cost(BigDecimal perContract, int contracts) {
    return perContract.multiply(BigDecimal.valueOf(contracts)).setScale(2, RoundingMode.HALF_UP);
  }
}
