package io.strikewire.book;

import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrice.Known;
import io.strikewire.option.OptionPrice.Stated;
import io.strikewire.position.Position;
import io.strikewire.signal.Signal;

/**
 * What a closing sale is filled at.
 *
 * @param price USD per share
 * @param basis {@code QUOTE}, {@code MODEL}, {@code PREMIUM} or {@code LAST_KNOWN}
 */
public record ExitPrice(Known price, String basis) {

  /**
   * The market's price, else the closing signal's premium unless that names another contract, else
   * the position's last price: an exit never fails for want of a price.
   */
  public static ExitPrice of(OptionPrice market, Signal closing, Position position) {
    if (market instanceof Known known) {
      return new ExitPrice(known, known.basis());
    }
    return closing
        .premium()
        .filter(stated -> closing.contract().map(position.contract()::equals).orElse(true))
        .map(stated -> new ExitPrice(new Stated(stated), "PREMIUM"))
        .orElseGet(() -> new ExitPrice(new Stated(position.currentPrice()), "LAST_KNOWN"));
  }
}
