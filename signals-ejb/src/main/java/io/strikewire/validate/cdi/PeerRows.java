package io.strikewire.validate.cdi;

import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The latest decided signal of each source and bar size of some symbols. */
final class PeerRows {

  /** The statuses whose signals count as an opinion. */
  static final Set<String> COUNTED = Set.of("ACCEPTED", "REJECTED");

  /**
   * Goes from one source and bar size to the next by the index, so that it costs the same however
   * many signals each has. One whose latest lies after the span is asked again for one within it.
   */
  private static final String LATEST =
      """
      WITH RECURSIVE word AS (
        SELECT first.* FROM unnest(?::text[]) AS wanted (symbol) CROSS JOIN LATERAL (
          SELECT id, symbol, source, direction, timeframe, timestamp FROM signals
          WHERE portfolio = ? AND symbol = wanted.symbol
            AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
          ORDER BY source, timeframe, timestamp DESC, id DESC LIMIT 1) first
        UNION ALL
        SELECT following.* FROM word CROSS JOIN LATERAL (
          SELECT id, symbol, source, direction, timeframe, timestamp FROM signals
          WHERE portfolio = ? AND symbol = word.symbol
            AND (source, timeframe) > (word.source, word.timeframe)
            AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
          ORDER BY source, timeframe, timestamp DESC, id DESC LIMIT 1) following),
      span AS (SELECT ?::timestamptz AS since, ?::timestamptz AS until)
      SELECT word.* FROM word, span WHERE word.timestamp BETWEEN since AND until
      UNION ALL
      SELECT earlier.* FROM word CROSS JOIN span CROSS JOIN LATERAL (
        SELECT id, symbol, source, direction, timeframe, timestamp FROM signals
        WHERE portfolio = ? AND symbol = word.symbol
          AND source = word.source AND timeframe = word.timeframe
          AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
          AND timestamp BETWEEN span.since AND span.until
        ORDER BY timestamp DESC, id DESC LIMIT 1) earlier
      WHERE word.timestamp > span.until
      """;

  private PeerRows() {}

  /** Those that happened in a span of time, by symbol. */
  static Map<Symbol, List<Peer>> latest(
      Connection connection,
      Portfolio portfolio,
      Collection<Symbol> symbols,
      Instant from,
      Instant to)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      List<String> asked = symbols.stream().map(Symbol::ticker).sorted().toList();
      query.setArray(1, new Columns<>(connection, asked).texts(ticker -> ticker));
      query.setString(2, portfolio.name());
      query.setString(3, portfolio.name());
      query.setObject(4, from.atOffset(ZoneOffset.UTC));
      query.setObject(5, to.atOffset(ZoneOffset.UTC));
      query.setString(6, portfolio.name());
      try (ResultSet rows = query.executeQuery()) {
        Stream.Builder<Peer> peers = Stream.builder();
        while (rows.next()) {
          peer(rows).ifPresent(peers);
        }
        return peers.build().collect(Collectors.groupingBy(Peer::symbol));
      }
    }
  }

  private static Optional<Peer> peer(ResultSet row) throws SQLException {
    Optional<Timeframe> timeframe = Timeframe.parse(row.getString("timeframe"));
    if (timeframe.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Peer(
            row.getString("id"),
            row.getString("source"),
            new Symbol(row.getString("symbol")),
            Direction.valueOf(row.getString("direction")),
            timeframe.get(),
            row.getObject("timestamp", OffsetDateTime.class).toInstant()));
  }
}
