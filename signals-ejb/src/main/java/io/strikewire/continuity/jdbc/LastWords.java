package io.strikewire.continuity.jdbc;

import io.strikewire.continuity.Continuity.LastWord;
import io.strikewire.continuity.Stance;
import io.strikewire.signal.Signal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** Where each strategy said it stands. One portfolio's are written by its runner alone. */
@ApplicationScoped
public class LastWords {

  private static final String READ =
      """
      SELECT position, said_at FROM strategy_positions
      WHERE portfolio = ? AND source = ? AND strategy = ? AND symbol = ?
      """;

  private static final String WRITE =
      """
      INSERT INTO strategy_positions (portfolio, source, strategy, symbol, position, said_at)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (portfolio, source, strategy, symbol)
      DO UPDATE SET position = excluded.position, said_at = excluded.said_at
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  /** What a signal's strategy said last about its symbol. */
  public Optional<LastWord> before(Signal signal, String strategy) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(READ)) {
      name(query, signal, strategy);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new LastWord(
                    Stance.valueOf(row.getString(1)),
                    row.getObject(2, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read what " + strategy + " said last", broken);
    }
  }

  /** Remembers what it says now. */
  public void remember(Signal signal, String strategy, Stance stance) {
    try (Connection connection = database.getConnection();
        PreparedStatement write = connection.prepareStatement(WRITE)) {
      name(write, signal, strategy);
      write.setString(5, stance.name());
      write.setObject(6, signal.timestamp().atOffset(ZoneOffset.UTC));
      write.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot remember what " + strategy + " says", broken);
    }
  }

  private static void name(PreparedStatement statement, Signal signal, String strategy)
      throws SQLException {
    statement.setString(1, signal.portfolio().name());
    statement.setString(2, signal.source());
    statement.setString(3, strategy);
    statement.setString(4, signal.symbol().ticker());
  }
}
