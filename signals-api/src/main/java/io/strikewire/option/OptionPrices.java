package io.strikewire.option;

import java.time.Instant;

/** Prices from the stored chains. Never asks anything outside of the database. */
public interface OptionPrices {

  /**
   * The contract's own quote if one is fresh at {@code now}, else the model's value on a fresh
   * chain, else {@link OptionPrice.Unknown}.
   */
  OptionPrice price(OptionContract contract, Instant now);
}
