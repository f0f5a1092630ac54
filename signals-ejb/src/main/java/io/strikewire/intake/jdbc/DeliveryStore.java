package io.strikewire.intake.jdbc;

import io.strikewire.json.JsonText;
import io.strikewire.market.ContextIntake;
import io.strikewire.payload.Mistake;
import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Signal;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Writes deliveries. When a method returns, its transaction is committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryStore {

  private static final String CLAIM =
      """
      INSERT INTO deliveries (key, signal_id, expires_at) VALUES (?, ?, ?)
      ON CONFLICT (key) DO UPDATE
        SET signal_id = excluded.signal_id, expires_at = excluded.expires_at, repeats = 0
        WHERE deliveries.expires_at <= ?
      """;

  private static final String INSERT =
      """
      INSERT INTO signals (id, portfolio, source, symbol, direction, timeframe, timestamp, grade,
                           metadata, body, next_attempt_at, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Resource private EJBContext transaction;
  @Inject private ContextIntake contexts;

  /** What became of it. */
  public sealed interface Outcome {
    /** Committed. */
    record Stored() implements Outcome {}

    /** Seen before. */
    record Repeated(UUID first) implements Outcome {}

    /** Another delivery of the same name was being stored at the same moment: look again. */
    record Raced() implements Outcome {}

    /** Well-formed, but not a context report. */
    record Refused(List<Mistake> mistakes) implements Outcome {}
  }

  /** Stores a signal unless one of its keys is remembered. */
  public Outcome store(Signal signal, String body, SortedMap<String, Instant> keys) {
    try (Connection connection = database.getConnection()) {
      Optional<Outcome> seen = claim(connection, keys, signal.id().value(), signal.receivedAt());
      if (seen.isPresent()) {
        return seen.get();
      }
      insert(connection, signal, body);
      return new Outcome.Stored();
    } catch (SQLException unavailable) {
      throw new EJBException("cannot store signal " + signal.id(), unavailable);
    }
  }

  /** Stores a context report unless one of its keys is remembered. */
  public Outcome storeContext(
      UUID id, Payload payload, SortedMap<String, Instant> keys, Instant now) {
    try (Connection connection = database.getConnection()) {
      Optional<Outcome> seen = claim(connection, keys, id, now);
      if (seen.isPresent()) {
        return seen.get();
      }
    } catch (SQLException unavailable) {
      throw new EJBException("cannot store context " + id, unavailable);
    }
    List<Mistake> mistakes = contexts.accept(id, payload, now);
    if (!mistakes.isEmpty()) {
      transaction.setRollbackOnly();
      return new Outcome.Refused(mistakes);
    }
    return new Outcome.Stored();
  }

  /** Leaves a bounded trace of what an authenticated sender got wrong. */
  public void recordRefusal(UUID id, String sender, List<Mistake> mistakes, Instant now) {
    String detail = mistakes.stream().limit(10).map(Mistake::toString).toList().toString();
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                """
                INSERT INTO processing_errors (id, sender, stage, code, detail, created_at)
                VALUES (?, ?, 'INTAKE', 'MALFORMED', ?, ?)
                """)) {
      insert.setObject(1, id);
      insert.setString(2, sender);
      insert.setString(3, detail.replace('\u0000', '?'));
      insert.setObject(4, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException unavailable) {
      throw new EJBException("cannot record refusal " + id, unavailable);
    }
  }

  private Optional<Outcome> claim(
      Connection connection, SortedMap<String, Instant> keys, UUID id, Instant now)
      throws SQLException {
    Optional<UUID> first = remembered(connection, keys, now);
    if (first.isPresent()) {
      return Optional.of(new Outcome.Repeated(first.get()));
    }
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      for (Map.Entry<String, Instant> key : keys.entrySet()) {
        claim.setString(1, key.getKey());
        claim.setObject(2, id);
        claim.setObject(3, key.getValue().atOffset(ZoneOffset.UTC));
        claim.setObject(4, now.atOffset(ZoneOffset.UTC));
        if (claim.executeUpdate() == 0) {
          transaction.setRollbackOnly();
          return Optional.of(new Outcome.Raced());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<UUID> remembered(
      Connection connection, SortedMap<String, Instant> keys, Instant now) throws SQLException {
    try (PreparedStatement repeat =
        connection.prepareStatement(
            """
            WITH seen AS (UPDATE deliveries SET repeats = repeats + 1
                          WHERE key = ANY (?) AND expires_at > ? RETURNING signal_id),
                 counted AS (INSERT INTO signal_totals (kind, code, count)
                             SELECT 'REPEATED', '', 1 WHERE EXISTS (SELECT FROM seen)
                             ON CONFLICT (kind, code) DO UPDATE
                               SET count = signal_totals.count + 1)
            SELECT signal_id FROM seen LIMIT 1
            """)) {
      repeat.setArray(1, connection.createArrayOf("text", keys.keySet().toArray()));
      repeat.setObject(2, now.atOffset(ZoneOffset.UTC));
      try (ResultSet rows = repeat.executeQuery()) {
        return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
      }
    }
  }

  private static void insert(Connection connection, Signal signal, String body)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, signal.id().value());
      insert.setString(2, signal.portfolio().name());
      insert.setString(3, signal.source());
      insert.setString(4, signal.symbol().ticker());
      Optional<Direction> side = signal.intent().side();
      if (side.isPresent()) {
        insert.setString(5, side.get().name());
      } else {
        insert.setNull(5, Types.VARCHAR);
      }
      insert.setString(6, signal.timeframe().toString());
      insert.setObject(7, signal.timestamp().atOffset(ZoneOffset.UTC));
      insert.setString(8, signal.grade().name());
      insert.setString(9, JsonText.of(signal.metadata()));
      insert.setString(10, body);
      insert.setObject(11, signal.receivedAt().atOffset(ZoneOffset.UTC));
      insert.setObject(12, signal.receivedAt().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }
}
