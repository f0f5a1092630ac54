package io.strikewire.intake.jdbc;

import io.strikewire.intake.Arrival;
import io.strikewire.intake.Claims;
import io.strikewire.signal.Signal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes many arrivals with a statement for their names and one for their rows. */
final class ArrivalRows {

  private static final String INSERT =
      """
      INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, grade,
                           metadata, body, next_attempt_at, created_at)
      SELECT id, portfolio, source, symbol, direction, timeframe, said_at, grade,
             metadata::jsonb, body, arrived_at, arrived_at
      FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
        WITH ORDINALITY AS a (id, portfolio, source, symbol, direction, timeframe, said_at, grade,
                              metadata, body, arrived_at, position)
      ORDER BY position
      ON CONFLICT (id) DO NOTHING
      """;

  private ArrivalRows() {}

  /**
   * Writes those that are new.
   *
   * @return for each arrival the signal that speaks for it: itself when it is stored, now or by an
   *     earlier try whose answer was lost
   */
  static Map<UUID, UUID> write(Connection connection, List<Arrival> arrivals, Instant now)
      throws SQLException {
    Claims claims = new Claims();
    arrivals.forEach(arrival -> claims.add(arrival.id(), arrival.keys()));
    Claims.Verdict verdict = ClaimRows.claim(connection, claims, now);
    Map<UUID, UUID> speakers = new LinkedHashMap<>();
    Map<UUID, Collection<String>> names = new LinkedHashMap<>();
    for (Arrival arrival : arrivals) {
      speakers.put(arrival.id(), verdict.speaker(arrival.id()));
      names.put(arrival.id(), arrival.keys().keySet());
    }
    List<Arrival> own = arrivals.stream().filter(a -> a.id().equals(speakers.get(a.id()))).toList();
    insert(connection, own);
    ClaimRows.count(connection, verdict.repeated(names), arrivals.size() - own.size());
    return speakers;
  }

  private static void insert(Connection connection, List<Arrival> arrivals) throws SQLException {
    if (arrivals.isEmpty()) {
      return;
    }
    Columns columns = new Columns(connection);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, columns.uuids(arrivals.stream().map(Arrival::id).toList()));
      texts(insert, 2, arrivals, signal -> signal.portfolio().name());
      texts(insert, 3, arrivals, Signal::source);
      texts(insert, 4, arrivals, signal -> signal.symbol().ticker());
      insert.setArray(5, columns.texts(arrivals.stream().map(ArrivalRows::side).toList()));
      texts(insert, 6, arrivals, signal -> signal.timeframe().toString());
      insert.setArray(
          7, columns.instants(arrivals.stream().map(a -> a.signal().timestamp()).toList()));
      texts(insert, 8, arrivals, signal -> signal.grade().name());
      insert.setArray(9, columns.texts(arrivals.stream().map(Arrival::metadata).toList()));
      insert.setArray(10, columns.texts(arrivals.stream().map(Arrival::body).toList()));
      insert.setArray(
          11, columns.instants(arrivals.stream().map(a -> a.signal().receivedAt()).toList()));
      insert.executeUpdate();
    }
  }

  /** None for a test: what has a side is an opinion that others are compared with. */
  private static @Nullable String side(Arrival arrival) {
    return arrival.signal().isRehearsal()
        ? null
        : arrival.signal().intent().side().map(Enum::name).orElse(null);
  }

  private static void texts(
      PreparedStatement insert, int index, List<Arrival> arrivals, Function<Signal, String> column)
      throws SQLException {
    List<String> values = arrivals.stream().map(Arrival::signal).map(column).toList();
    insert.setArray(index, new Columns(insert.getConnection()).texts(values));
  }
}
