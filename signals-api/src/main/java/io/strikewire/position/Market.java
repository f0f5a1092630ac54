package io.strikewire.position;

import io.strikewire.option.OptionPrice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * What a contract could be traded at, at one moment. Prices are USD per share.
 *
 * @param bid what a seller gets, at least 0
 * @param ask what a buyer pays, at least the bid
 * @param basis on whose word: {@code QUOTE}, {@code MODEL}, {@code PREMIUM} or {@code LAST_KNOWN}
 * @param at when that was so
 */
public record Market(BigDecimal bid, BigDecimal ask, String basis, Instant at) {

  public Market {
    bid = bid.setScale(4, RoundingMode.HALF_UP);
    ask = ask.setScale(4, RoundingMode.HALF_UP);
    if (bid.signum() < 0 || ask.compareTo(bid) < 0) {
      throw new IllegalArgumentException(
          "a bid is at least 0 and at most the ask, was " + bid + " / " + ask);
    }
  }

  /** The market that a price describes. */
  public static Market of(OptionPrice.Known price, Instant now) {
    Instant at =
        price instanceof OptionPrice.Quoted quoted
            ? quoted.at()
            : price instanceof OptionPrice.Modelled modelled ? modelled.at() : now;
    return new Market(price.bid(), price.ask(), price.basis(), at);
  }

  /** Halfway between bid and ask, to four decimals. */
  public BigDecimal mid() {
    return bid.add(ask).divide(BigDecimal.valueOf(2), 4, RoundingMode.HALF_UP);
  }
}
