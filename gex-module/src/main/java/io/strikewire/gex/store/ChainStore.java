package io.strikewire.gex.store;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.event.MarketMoved;
import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexSignals;
import io.strikewire.gex.chain.ChainFile;
import io.strikewire.gex.chain.ChainFreshness;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.config.GexSettings;
import io.strikewire.gex.feed.ChainProvider;
import io.strikewire.gex.profile.ExposureProfile;
import io.strikewire.gex.profile.Valuation;
import io.strikewire.market.Snapshot;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.option.OptionPrices;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import jakarta.annotation.Resource;
import jakarta.ejb.Local;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Chains in, profiles, signals and prices out. */
@Stateless
@Local({GexChains.class, GexSignals.class, OptionPrices.class})
public class ChainStore implements GexChains, GexSignals, OptionPrices {

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private GexSettings settings;
  @Inject private ChainProvider provider;
  @Inject private ChainCounts counts;
  @Inject private Event<MarketMoved> moved;
  @Resource private SessionContext session;

  @Override
  public Upload store(Symbol symbol, byte[] file, Instant now) {
    OptionChain.Reading reading = ChainFile.read(symbol, file);
    if (reading instanceof OptionChain.Reading.Refused refused) {
      counts.countRefused();
      return new Upload.Refused(refused.mistakes());
    }
    OptionChain chain = ((OptionChain.Reading.Read) reading).chain();
    Valuation valuation = ExposureProfile.of(chain, settings.convention());
    if (valuation instanceof Valuation.Contradictory contradictory) {
      counts.countRefused();
      return new Upload.Refused(List.of(contradictory.mistake()));
    }
    GexProfile profile = ((Valuation.Valued) valuation).profile();
    UUID id = name(symbol, file);
    run(
        connection -> {
          ChainRows.write(connection, id, chain, profile, now);
          return id;
        });
    counts.countStored();
    moved.fire(new MarketMoved(Set.of(symbol)));
    return new Upload.Stored(id, profile);
  }

  /** Asks outside of a transaction: a slow provider holds no connection. */
  @Override
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Upload refresh(Symbol symbol, Instant now) {
    ChainProvider.Fetched fetched = provider.fetch(symbol);
    if (fetched instanceof ChainProvider.Fetched.File file) {
      counts.countFetched();
      return session.getBusinessObject(GexChains.class).store(symbol, file.bytes(), now);
    }
    counts.countFailed();
    return new Upload.Unavailable(((ChainProvider.Fetched.Unavailable) fetched).why());
  }

  /** The same file of the same symbol has the same name, and is stored once. */
  private static UUID name(Symbol symbol, byte[] file) {
    byte[] ticker = symbol.ticker().getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(ticker.length + file.length).put(ticker).put(file).array());
  }

  @Override
  public Optional<GexProfile> latest(Symbol symbol) {
    return run(connection -> ProfileRows.latest(connection, symbol));
  }

  @Override
  public Optional<GexProfile> recompute(Symbol symbol, GexProfile.Convention convention) {
    return run(connection -> ChainRows.latest(connection, symbol))
        .map(chain -> ExposureProfile.again(chain, convention));
  }

  @Override
  public Page<PastProfile> history(Symbol symbol, PageRequest request) {
    return run(connection -> SignalRows.history(connection, symbol, request));
  }

  @Override
  public Map<Symbol, List<PastProfile>> newest(Set<Symbol> symbols, int most) {
    return run(connection -> SignalRows.newest(connection, symbols, most));
  }

  @Override
  public List<ChainAge> ages() {
    return run(SignalRows::ages);
  }

  @Override
  public Snapshot<GexReading> latest(Symbol symbol, Instant now) {
    return latest(symbol, GexHorizon.ALL, now);
  }

  @Override
  public Snapshot<GexReading> latest(Symbol symbol, Timeframe timeframe, Instant now) {
    return latest(symbol, GexHorizon.of(timeframe), now);
  }

  private Snapshot<GexReading> latest(Symbol symbol, GexHorizon horizon, Instant now) {
    return latest(Set.of(symbol), horizon, now).values().iterator().next();
  }

  @Override
  public Map<Symbol, Snapshot<GexReading>> latest(
      Set<Symbol> symbols, GexHorizon horizon, Instant now) {
    Map<Symbol, GexReading> readings =
        run(connection -> SignalRows.latest(connection, symbols, horizon));
    return symbols.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), symbol -> aged(symbol, readings.get(symbol), now)));
  }

  private Snapshot<GexReading> aged(Symbol symbol, @Nullable GexReading reading, Instant now) {
    return reading == null
        ? new Snapshot.Missing<>("no chain of " + symbol + " was ever stored")
        : ChainFreshness.of(reading, now, settings.staleAfter());
  }

  @Override
  public OptionPrice price(OptionContract contract, Instant now) {
    return prices(Set.of(contract), now).values().iterator().next();
  }

  @Override
  public Map<OptionContract, OptionPrice> prices(Set<OptionContract> contracts, Instant now) {
    Map<OptionContract, StoredQuote> quotes =
        run(connection -> QuoteRows.newest(connection, contracts));
    return contracts.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), contract -> price(contract, quotes.get(contract), now)));
  }

  private OptionPrice price(OptionContract contract, @Nullable StoredQuote quote, Instant now) {
    return quote == null
        ? new OptionPrice.Unknown("no stored chain lists " + contract)
        : quote.price(now, settings.quoteAge());
  }

  private <T> T run(Query<T> query) {
    try (Connection connection = database.getConnection()) {
      return query.run(connection);
    } catch (SQLException broken) {
      throw new IllegalStateException("the chain store cannot use the database", broken);
    }
  }

  private interface Query<T> {
    T run(Connection connection) throws SQLException;
  }
}
