package io.strikewire.gex.store;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.gex.GexChains.ChainAge;
import io.strikewire.gex.GexChains.PastProfile;
import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexReading;
import io.strikewire.gex.GexSignal;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code gex_signals}: one for each chain and horizon. */
final class SignalRows {

  private static final String BEFORE =
      """
      SELECT net_gex FROM gex_signals
      WHERE symbol = ? AND horizon = ? AND as_of < ? ORDER BY as_of DESC, created_at DESC LIMIT 1
      """;

  private static final String NEWEST =
      """
      SELECT newest.* FROM unnest(?::text[]) AS asked (symbol)
      CROSS JOIN LATERAL (
        SELECT * FROM gex_signals s WHERE s.symbol = asked.symbol AND horizon = ?
        ORDER BY as_of DESC, created_at DESC LIMIT ?) newest
      ORDER BY newest.symbol, newest.as_of DESC, newest.created_at DESC
      """;

  private static final String OF_CHAIN = "SELECT * FROM gex_signals WHERE chain_id = ?";

  /** A step of the index for each symbol; every chain has its signal over all horizons. */
  private static final String AGES =
      """
      WITH RECURSIVE symbols AS (
        (SELECT symbol FROM gex_signals ORDER BY symbol LIMIT 1)
        UNION ALL
        SELECT (SELECT g.symbol FROM gex_signals g WHERE g.symbol > s.symbol
                ORDER BY g.symbol LIMIT 1)
        FROM symbols s WHERE s.symbol IS NOT NULL)
      SELECT s.symbol, latest.as_of FROM symbols s CROSS JOIN LATERAL (
        SELECT g.as_of FROM gex_signals g WHERE g.symbol = s.symbol AND g.horizon = 'ALL'
        ORDER BY g.as_of DESC LIMIT 1) latest
      ORDER BY s.symbol
      """;

  private static final String HISTORY =
      """
      SELECT * FROM gex_signals
      WHERE symbol = ? AND horizon = 'ALL'
        AND (?::timestamptz IS NULL OR as_of >= ?) AND (?::timestamptz IS NULL OR as_of < ?)
        AND (?::uuid IS NULL OR (as_of, created_at, id)
             < (SELECT as_of, created_at, id FROM gex_signals WHERE id = ?))
      ORDER BY as_of DESC, created_at DESC, id DESC LIMIT ?
      """;

  private SignalRows() {}

  /** Writes every signal of the profile, each told of the one before it. */
  static void write(Connection connection, UUID chain, GexProfile profile, Instant now)
      throws SQLException {
    for (GexSignal signal : profile.signals()) {
      row(connection, chain, profile, compared(connection, profile, signal), now).run();
    }
  }

  private static Insertion row(
      Connection connection, UUID chain, GexProfile profile, GexSignal signal, Instant now) {
    boolean whole = signal.horizon() == GexHorizon.ALL;
    return new Insertion(connection, "gex_signals")
        .set("id", id(chain, signal.horizon()))
        .set("chain_id", chain)
        .set("symbol", profile.symbol().ticker())
        .set("horizon", signal.horizon().name())
        .set("as_of", profile.asOf())
        .set("spot", profile.spot())
        .set("contracts", whole ? profile.contracts() : signal.contracts())
        .set("net_gex", signal.netExposure())
        .set("call_gex", signal.callExposure())
        .set("put_gex", signal.putExposure())
        .set("call_wall", whole ? profile.callWall().orElse(null) : null)
        .set("put_wall", whole ? profile.putWall().orElse(null) : null)
        .set("zero_gamma", signal.zeroGamma().stream().mapToDouble(Double::doubleValue).toArray())
        .set("direction", signal.direction().map(Enum::name).orElse(null))
        .set("strength", signal.strength())
        .set("flip", signal.flip().map(Enum::name).orElse(null))
        .set("sign", profile.convention().sign().name())
        .set("day_count", profile.convention().dayCount())
        .set("levels", profile.convention().levels())
        .set("created_at", now);
  }

  private static UUID id(UUID chain, GexHorizon horizon) {
    return horizon == GexHorizon.ALL
        ? chain
        : UUID.nameUUIDFromBytes((chain + ":" + horizon).getBytes(StandardCharsets.UTF_8));
  }

  private static GexSignal compared(Connection connection, GexProfile profile, GexSignal signal)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(BEFORE)) {
      query.setString(1, profile.symbol().ticker());
      query.setString(2, signal.horizon().name());
      query.setObject(3, profile.asOf().atOffset(ZoneOffset.UTC));
      try (ResultSet before = query.executeQuery()) {
        return before.next() ? signal.after(before.getDouble("net_gex")) : signal;
      }
    }
  }

  static Map<Symbol, GexReading> latest(
      Connection connection, Collection<Symbol> symbols, GexHorizon horizon) throws SQLException {
    Map<Symbol, GexReading> readings = new HashMap<>();
    newest(
        connection,
        symbols,
        horizon,
        1,
        (symbol, row) ->
            readings.put(
                symbol,
                new GexReading(symbol, direction(row), row.getDouble("strength"), asOf(row))));
    return readings;
  }

  /** The newest of each symbol over all expirations, newest first. */
  static Map<Symbol, List<PastProfile>> newest(
      Connection connection, Collection<Symbol> symbols, int most) throws SQLException {
    Map<Symbol, List<PastProfile>> profiles = new HashMap<>();
    newest(
        connection,
        symbols,
        GexHorizon.ALL,
        most,
        (symbol, row) ->
            profiles.computeIfAbsent(symbol, first -> new ArrayList<>()).add(past(row)));
    return profiles;
  }

  private static void newest(
      Connection connection, Collection<Symbol> symbols, GexHorizon horizon, int most, Taking each)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      Object[] tickers = symbols.stream().map(Symbol::ticker).toArray();
      query.setArray(1, connection.createArrayOf("text", tickers));
      query.setString(2, horizon.name());
      query.setInt(3, most);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          each.take(new Symbol(row.getString("symbol")), row);
        }
      }
    }
  }

  private interface Taking {
    void take(Symbol symbol, ResultSet row) throws SQLException;
  }

  static List<GexSignal> ofChain(Connection connection, UUID chain) throws SQLException {
    List<GexSignal> signals = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(OF_CHAIN)) {
      query.setObject(1, chain);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          signals.add(signal(rows));
        }
      }
    }
    signals.sort(java.util.Comparator.comparing(GexSignal::horizon));
    return signals;
  }

  static Page<PastProfile> history(Connection connection, Symbol symbol, PageRequest request)
      throws SQLException {
    Object from = request.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    Object to = request.to().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    Object after = request.after().orElse(null);
    List<PastProfile> items = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(HISTORY)) {
      Object[] arguments = {symbol.ticker(), from, from, to, to, after, after, request.limit() + 1};
      for (int i = 0; i < arguments.length; i++) {
        query.setObject(i + 1, arguments[i]);
      }
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          items.add(past(rows));
        }
      }
    }
    if (items.size() <= request.limit()) {
      return new Page<>(items, Optional.empty());
    }
    List<PastProfile> page = items.subList(0, request.limit());
    return new Page<>(page, Optional.of(page.get(page.size() - 1).id().toString()));
  }

  static List<ChainAge> ages(Connection connection) throws SQLException {
    List<ChainAge> ages = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(AGES);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ages.add(new ChainAge(new Symbol(rows.getString("symbol")), asOf(rows)));
      }
    }
    return ages;
  }

  private static PastProfile past(ResultSet row) throws SQLException {
    return new PastProfile(
        row.getObject("id", UUID.class),
        asOf(row),
        row.getDouble("spot"),
        row.getInt("contracts"),
        signal(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  static GexSignal signal(ResultSet row) throws SQLException {
    return new GexSignal(
        GexHorizon.valueOf(row.getString("horizon")),
        row.getInt("contracts"),
        row.getDouble("call_gex"),
        row.getDouble("put_gex"),
        List.of((Double[]) row.getArray("zero_gamma").getArray()),
        direction(row),
        row.getDouble("strength"),
        Optional.ofNullable(row.getString("flip")).map(GexSignal.Flip::valueOf));
  }

  private static Optional<Direction> direction(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("direction")).map(Direction::valueOf);
  }

  private static Instant asOf(ResultSet row) throws SQLException {
    return row.getObject("as_of", OffsetDateTime.class).toInstant();
  }
}
