package io.strikewire.book;

import io.strikewire.gex.GexReading;
import io.strikewire.market.MarketDataMode;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was known of the market when positions were looked at; what could not be had is not in it.
 *
 * @param prices by contract
 * @param gex the two newest gamma exposures by underlying, newest first
 * @param spots the underlyings' newest prices
 * @param mode how well the service is supplied with market data
 */
public record MarketView(
    Map<OptionContract, OptionPrice> prices,
    Map<Symbol, List<GexReading>> gex,
    Map<Symbol, Spot> spots,
    MarketDataMode mode) {

  /** With a supply of market data that nobody doubted. */
  public MarketView(
      Map<OptionContract, OptionPrice> prices,
      Map<Symbol, List<GexReading>> gex,
      Map<Symbol, Spot> spots) {
    this(prices, gex, spots, new MarketDataMode.Normal(Instant.EPOCH));
  }

  public MarketView {
    prices = Map.copyOf(prices);
    gex = Map.copyOf(gex);
    spots = Map.copyOf(spots);
  }

  /** An underlying's price in USD. */
  public record Spot(BigDecimal usd, Instant at) {}

  /** The price of a contract. */
  public OptionPrice price(OptionContract contract) {
    return prices.getOrDefault(
        contract, new OptionPrice.Unknown("the price of " + contract + " could not be had"));
  }

  /** The gamma exposures of an underlying. */
  public List<GexReading> gex(Symbol symbol) {
    return gex.getOrDefault(symbol, List.of());
  }
}
