package io.strikewire.option;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the stored chains list. Never asks anything outside of the database. */
public interface OptionListings {

  /** One side of an underlying's newest chain, whatever its age. */
  Optional<Listed> latest(Symbol underlying, Direction side);

  /**
   * One side of a chain.
   *
   * @param asOf when it was quoted
   * @param spot the underlying's price in USD
   */
  record Listed(Instant asOf, double spot, List<Listing> listings) {
    public Listed {
      listings = List.copyOf(listings);
    }
  }
}
