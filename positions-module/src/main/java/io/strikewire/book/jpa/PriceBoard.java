package io.strikewire.book.jpa;

import io.strikewire.book.MarketView;
import io.strikewire.book.MarketView.Spot;
import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexChains.PastProfile;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

  /** All that positions are judged by, in a question for prices and one for gamma exposure. */
  public MarketView view(List<Position> positions, Instant now) {
    Set<OptionContract> contracts =
        positions.stream().map(Position::contract).collect(Collectors.toSet());
    Set<Symbol> symbols = positions.stream().map(Position::symbol).collect(Collectors.toSet());
    Map<OptionContract, OptionPrice> known =
        attempt("prices of what is open", () -> prices.prices(contracts, now))
            .orElseGet(() -> oneByOne(contracts, now));
    Map<Symbol, List<PastProfile>> profiles =
        attempt("gamma exposures", () -> chains.newest(symbols, 2)).orElse(Map.of());
    Map<Symbol, List<GexReading>> gex = new HashMap<>();
    Map<Symbol, Spot> spots = new HashMap<>();
    profiles.forEach(
        (symbol, newest) -> {
          gex.put(symbol, newest.stream().map(past -> reading(symbol, past)).toList());
          PastProfile latest = newest.get(0);
          spots.put(symbol, new Spot(BigDecimal.valueOf(latest.spot()), latest.asOf()));
        });
    return new MarketView(known, gex, spots, mode(now));
  }

  /** How well the service is supplied with market data. */
  public MarketDataMode mode(Instant now) {
    return attempt("the mode of the market data", feed::mode)
        .orElseGet(() -> new MarketDataMode.Degraded(now, "nobody can tell"));
  }

  /** One contract's trouble is not another's. */
  private Map<OptionContract, OptionPrice> oneByOne(Set<OptionContract> contracts, Instant now) {
    return contracts.stream()
        .collect(Collectors.toMap(Function.identity(), contract -> price(contract, now)));
  }

  private static GexReading reading(Symbol symbol, PastProfile past) {
    return new GexReading(symbol, past.signal().direction(), past.signal().strength(), past.asOf());
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
