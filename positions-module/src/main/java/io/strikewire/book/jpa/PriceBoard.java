package io.strikewire.book.jpa;

import io.strikewire.archive.PageRequest;
import io.strikewire.book.MarketView;
import io.strikewire.book.MarketView.Spot;
import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketDataFeed;
import io.strikewire.market.MarketDataMode;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.position.Position;
import io.strikewire.signal.Symbol;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of the market, outside of any transaction that sells: where a source fails, its
 * part is missing and the sale goes on.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PriceBoard {

  private static final System.Logger LOG = System.getLogger(PriceBoard.class.getName());

  @Inject private OptionPrices prices;
  @Inject private GexChains chains;
  @Inject private MarketDataFeed feed;

  /** For the container. */
  public PriceBoard() {}

  PriceBoard(OptionPrices prices, GexChains chains, MarketDataFeed feed) {
    this.prices = prices;
    this.chains = chains;
    this.feed = feed;
  }

  /** A contract's price. */
  public OptionPrice price(OptionContract contract, Instant now) {
    return attempt("the price of " + contract, () -> prices.price(contract, now))
        .orElseGet(() -> new OptionPrice.Unknown("the price of " + contract + " cannot be had"));
  }

  /** All that positions are judged by. */
  public MarketView view(List<Position> positions, Instant now) {
    Map<OptionContract, OptionPrice> known = new HashMap<>();
    Map<Symbol, List<GexReading>> gex = new HashMap<>();
    Map<Symbol, Spot> spots = new HashMap<>();
    for (Position position : positions) {
      known.computeIfAbsent(position.contract(), contract -> price(contract, now));
      Symbol symbol = position.symbol();
      if (!gex.containsKey(symbol)) {
        gex.put(
            symbol,
            attempt("gamma exposure of " + symbol, () -> history(symbol)).orElse(List.of()));
        attempt("chain of " + symbol, () -> chains.latest(symbol))
            .flatMap(latest -> latest)
            .ifPresent(
                profile ->
                    spots.put(
                        symbol, new Spot(BigDecimal.valueOf(profile.spot()), profile.asOf())));
      }
    }
    return new MarketView(known, gex, spots, mode(now));
  }

  /** How well the service is supplied with market data. */
  public MarketDataMode mode(Instant now) {
    return attempt("the mode of the market data", feed::mode)
        .orElseGet(() -> new MarketDataMode.Degraded(now, "nobody can tell"));
  }

  private List<GexReading> history(Symbol symbol) {
    return chains.history(symbol, PageRequest.newest(2)).items().stream()
        .map(
            past ->
                new GexReading(
                    symbol, past.signal().direction(), past.signal().strength(), past.asOf()))
        .toList();
  }

  private static <T> Optional<T> attempt(String what, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException failed) {
      LOG.log(System.Logger.Level.WARNING, what + " cannot be had; exits go on without", failed);
      return Optional.empty();
    }
  }
}
