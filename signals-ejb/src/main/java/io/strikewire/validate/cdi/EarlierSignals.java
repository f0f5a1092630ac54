package io.strikewire.validate.cdi;

import io.strikewire.confluence.Peers;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Peer;
import io.strikewire.signal.Signal;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The stored signals that a signal is compared with: those that arrived before it. */
@ApplicationScoped
public class EarlierSignals {

  /** Names are given in the order of arrival, so that a replay sees the same ones. */
  private static final String QUERY =
      """
      SELECT DISTINCT ON (source, timeframe) id, source, direction, timeframe, timestamp
      FROM signals
      WHERE portfolio = ? AND symbol = ? AND direction IS NOT NULL
        AND timestamp BETWEEN ? AND ? AND id < ? AND status NOT IN ('DUPLICATE', 'DEAD')
      ORDER BY source, timeframe, timestamp DESC, id DESC
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  /** The latest of each source and bar size, none older than the horizon. */
  List<Peer> comparedWith(Signal signal, Direction side, Duration horizon, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, signal.portfolio().name());
      query.setString(2, signal.symbol().ticker());
      query.setObject(3, now.minus(horizon).atOffset(ZoneOffset.UTC));
      query.setObject(4, now.atOffset(ZoneOffset.UTC));
      query.setObject(5, signal.id().value());
      List<Peer> signals = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          peer(rows, signal.symbol()).ifPresent(signals::add);
        }
      }
      return Peers.latestPerSource(signals, self(signal, side), horizon, now);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read what was before " + signal.id(), broken);
    }
  }

  private static Optional<Peer> peer(ResultSet row, Symbol symbol) throws SQLException {
    Optional<Timeframe> timeframe = Timeframe.parse(row.getString("timeframe"));
    if (timeframe.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Peer(
            row.getString("id"),
            row.getString("source"),
            symbol,
            Direction.valueOf(row.getString("direction")),
            timeframe.get(),
            row.getObject("timestamp", OffsetDateTime.class).toInstant()));
  }

  private static Peer self(Signal signal, Direction side) {
    return new Peer(
        signal.id().toString(),
        signal.source(),
        signal.symbol(),
        side,
        signal.timeframe(),
        signal.timestamp());
  }
}
