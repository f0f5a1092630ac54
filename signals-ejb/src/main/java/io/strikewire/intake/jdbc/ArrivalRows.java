package io.strikewire.intake.jdbc;

import io.strikewire.intake.Arrival;
import io.strikewire.intake.Claims;
import io.strikewire.pipeline.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes many arrivals with a statement for their names and one for their rows. */
final class ArrivalRows {

  private static final String INSERT =
      """
      WITH stored AS (
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
        RETURNING arrival)
      SELECT coalesce(max(arrival), 0) FROM stored
      """;

  /**
   * What was written.
   *
   * @param speakers for each arrival the signal that speaks for it: itself when it is stored, now
   *     or by an earlier try whose answer was lost
   * @param lastArrival the highest arrival number that was given, 0 when none was
   */
  record Written(Map<UUID, UUID> speakers, long lastArrival) {}

  private ArrivalRows() {}

  /** Writes those that are new. */
  static Written write(Connection connection, List<Arrival> arrivals, Instant now)
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
    long lastArrival = own.isEmpty() ? 0 : insert(connection, own);
    ClaimRows.count(connection, verdict.repeated(names), arrivals.size() - own.size());
    return new Written(speakers, lastArrival);
  }

  private static long insert(Connection connection, List<Arrival> arrivals) throws SQLException {
    Columns<Arrival> columns = new Columns<>(connection, arrivals);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, columns.uuids(Arrival::id));
      insert.setArray(2, columns.texts(arrival -> arrival.signal().portfolio().name()));
      insert.setArray(3, columns.texts(arrival -> arrival.signal().source()));
      insert.setArray(4, columns.texts(arrival -> arrival.signal().symbol().ticker()));
      insert.setArray(5, columns.texts(ArrivalRows::side));
      insert.setArray(6, columns.texts(arrival -> arrival.signal().timeframe().toString()));
      insert.setArray(7, columns.instants(arrival -> arrival.signal().timestamp()));
      insert.setArray(8, columns.texts(arrival -> arrival.signal().grade().name()));
      insert.setArray(9, columns.texts(Arrival::metadata));
      insert.setArray(10, columns.texts(Arrival::body));
      insert.setArray(11, columns.instants(arrival -> arrival.signal().receivedAt()));
      try (ResultSet last = insert.executeQuery()) {
        last.next();
        return last.getLong(1);
      }
    }
  }

  /** None for a test: what has a side is an opinion that others are compared with. */
  private static @Nullable String side(Arrival arrival) {
    return arrival.signal().isRehearsal()
        ? null
        : arrival.signal().intent().side().map(Enum::name).orElse(null);
  }
}
