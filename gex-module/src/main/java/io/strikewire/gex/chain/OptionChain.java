package io.strikewire.gex.chain;

import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All listed options of an underlying at one moment.
 *
 * @param spot the underlying's price in USD, above zero
 */
public record OptionChain(Symbol symbol, Instant asOf, double spot, List<ChainQuote> quotes) {

  /** Classes that trade on an index under a name of their own. */
  private static final Map<String, String> WEEKLIES =
      Map.of("SPXW", "SPX", "RUTW", "RUT", "NDXP", "NDX", "XSPW", "XSP", "VIXW", "VIX");

  public OptionChain {
    if (!(spot > 0) || Double.isInfinite(spot)) {
      throw new IllegalArgumentException("spot is above 0 USD, was " + spot);
    }
    quotes = List.copyOf(quotes);
  }

  /** A file's content, or why it is none. */
  public sealed interface Reading {
    /** A chain of the symbol asked for. */
    record Read(OptionChain chain) implements Reading {}

    /** What is wrong. */
    record Refused(List<Mistake> mistakes) implements Reading {}
  }

  /** The New York date that the chain is valued on. */
  public LocalDate date() {
    return asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate();
  }

  /** Roots in the chain that do not belong to its symbol. */
  public Set<String> foreignRoots() {
    return quotes.stream()
        .map(quote -> quote.contract().root().ticker())
        .filter(root -> !WEEKLIES.getOrDefault(root, root).equals(symbol.ticker()))
        .collect(Collectors.toSet());
  }
}
