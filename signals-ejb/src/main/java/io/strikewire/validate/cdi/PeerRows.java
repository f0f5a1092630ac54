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
   * many signals each has.
   */
  private static final String LATEST =
      """
      SELECT asked.symbol, peer.* FROM unnest(?::text[]) AS asked (symbol)
      CROSS JOIN LATERAL (
        WITH RECURSIVE speaker (source, timeframe) AS (
          (SELECT source, timeframe FROM signals
           WHERE portfolio = ? AND symbol = asked.symbol
             AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
           ORDER BY source, timeframe LIMIT 1)
          UNION ALL
          SELECT following.* FROM speaker CROSS JOIN LATERAL (
            SELECT source, timeframe FROM signals
            WHERE portfolio = ? AND symbol = asked.symbol
              AND (source, timeframe) > (speaker.source, speaker.timeframe)
              AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
            ORDER BY source, timeframe LIMIT 1) following)
        SELECT word.* FROM speaker CROSS JOIN LATERAL (
          SELECT id, source, direction, timeframe, timestamp FROM signals
          WHERE portfolio = ? AND symbol = asked.symbol
            AND source = speaker.source AND timeframe = speaker.timeframe
            AND direction IS NOT NULL AND status IN ('ACCEPTED', 'REJECTED')
            AND timestamp BETWEEN ? AND ?
          ORDER BY timestamp DESC, id DESC LIMIT 1) word) peer
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
      query.setString(4, portfolio.name());
      query.setObject(5, from.atOffset(ZoneOffset.UTC));
      query.setObject(6, to.atOffset(ZoneOffset.UTC));
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
