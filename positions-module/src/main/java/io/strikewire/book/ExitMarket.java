package io.strikewire.book;

import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrice.Known;
import io.strikewire.position.Market;
import io.strikewire.position.Position;
import io.strikewire.signal.Signal;
import java.time.Instant;
import java.util.Optional;

/** What a sale can be expected to bring: an exit never fails for want of a price. */
public final class ExitMarket {

  private ExitMarket() {}

  /**
   * The market's price, else the closing signal's premium unless that names another contract, else
   * the position's last price.
   */
  public static Market of(
      OptionPrice price, Position position, Optional<Signal> closing, Instant now) {
    if (price instanceof Known known) {
      return Market.of(known, now);
    }
    return closing
        .flatMap(signal -> stated(signal, position))
        .map(stated -> Market.of(stated, now))
        .orElseGet(
            () ->
                new Market(
                    position.mark().bid(),
                    position.mark().ask(),
                    "LAST_KNOWN",
                    position.mark().at()));
  }

  private static Optional<OptionPrice.Stated> stated(Signal closing, Position position) {
    return closing
        .premium()
        .filter(premium -> closing.contract().map(position.contract()::equals).orElse(true))
        .map(OptionPrice.Stated::new);
  }
}
