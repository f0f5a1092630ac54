package io.strikewire.option;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.util.Optional;

/** Chooses an option for a signal that names none. */
public interface ContractChoice {

  /**
   * The option that the policy in force chooses from the latest chain; empty when there is none.
   */
  Optional<OptionContract> choose(Symbol symbol, Direction side, Instant now);
}
