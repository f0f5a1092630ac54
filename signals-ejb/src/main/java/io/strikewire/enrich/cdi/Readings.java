package io.strikewire.enrich.cdi;

import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexSignals;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketContexts;
import io.strikewire.market.Snapshot;
import io.strikewire.option.ContractChoice;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.position.PositionBook;
import io.strikewire.position.RiskDesk;
import io.strikewire.runner.BatchEvent;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the signals of one transaction, each read once, exposure again when it changed.
 */
@ApplicationScoped
public class Readings {

  @Inject private MarketContexts contexts;
  @Inject private GexSignals gex;
  @Inject private OptionPrices prices;
  @Inject private ContractChoice contracts;
  @Inject private PositionBook book;
  @Inject private RiskDesk risk;
  @Inject private TransactionMemory memory;

  private record Wanted(Symbol symbol, Direction side) {}

  private record Hedged(Symbol symbol, GexHorizon horizon) {}

  private static final class Known {
    private @Nullable Snapshot<MarketContext> context;
    private final Map<Hedged, Snapshot<GexReading>> gex = new HashMap<>();
    private final Map<OptionContract, OptionPrice> prices = new HashMap<>();
    private final Map<Wanted, Optional<OptionContract>> contracts = new HashMap<>();
    private final Map<Portfolio, BigDecimal> exposure = new HashMap<>();
    private @Nullable Optional<BigDecimal> exposureLimit;
  }

  Snapshot<MarketContext> context(Instant now) {
    Known known = known();
    Snapshot<MarketContext> context = known.context;
    if (context == null) {
      context = contexts.latest(now);
      known.context = context;
    }
    return context;
  }

  /** Over the expirations that are hedged while a trade of this bar size lives. */
  Snapshot<GexReading> gex(Symbol symbol, Timeframe timeframe, Instant now) {
    return known()
        .gex
        .computeIfAbsent(
            new Hedged(symbol, GexHorizon.of(timeframe)),
            unread -> gex.latest(symbol, timeframe, now));
  }

  OptionPrice price(OptionContract contract, Instant now) {
    return known().prices.computeIfAbsent(contract, unread -> prices.price(unread, now));
  }

  /** The option meant by a signal that names none. */
  Optional<OptionContract> contract(Symbol symbol, Direction side, Instant now) {
    return known()
        .contracts
        .computeIfAbsent(new Wanted(symbol, side), unread -> contracts.choose(symbol, side, now));
  }

  BigDecimal openExposure(Portfolio portfolio) {
    return known().exposure.computeIfAbsent(portfolio, book::openExposure);
  }

  /** The limit that an override puts in force, if one does. */
  Optional<BigDecimal> exposureLimit(Instant now) {
    Known known = known();
    Optional<BigDecimal> limit = known.exposureLimit;
    if (limit == null) {
      limit = risk.overriddenExposure(now);
      known.exposureLimit = limit;
    }
    return limit;
  }

  void on(@Observes BatchEvent.Settled settled) {
    if (settled.journey().movedPositions()) {
      known().exposure.clear();
    }
  }

  private Known known() {
    return memory.of(Known.class, Known::new);
  }
}
