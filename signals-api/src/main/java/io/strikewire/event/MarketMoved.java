package io.strikewire.event;

import io.strikewire.signal.Symbol;
import java.util.Set;

/** New quotes or a new gamma-exposure profile of these underlyings: whoever holds them may look. */
public record MarketMoved(Set<Symbol> symbols) {
  public MarketMoved {
    symbols = Set.copyOf(symbols);
  }
}
