package io.strikewire.option;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Prices from the stored chains. Never asks anything outside of the database. */
public interface OptionPrices {

  /**
   * The contract's own quote if one is fresh at {@code now}, else the model's value on a fresh
   * chain, else {@link OptionPrice.Unknown}.
   */
  OptionPrice price(OptionContract contract, Instant now);

  /** The same for many at once, each with an answer. */
  Map<OptionContract, OptionPrice> prices(Set<OptionContract> contracts, Instant now);
}
