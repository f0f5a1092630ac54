package io.strikewire.validate.cdi;

import io.strikewire.signal.Direction;
import io.strikewire.signal.Signal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;

/** When a symbol and side last entered: read from the signals that did, so it survives restarts. */
@ApplicationScoped
public class LastEntries {

  private static final String QUERY =
      """
      SELECT decided_at FROM signals
      WHERE portfolio = ? AND symbol = ? AND direction = ? AND status = 'ACCEPTED'
      ORDER BY decided_at DESC LIMIT 1
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  Optional<Instant> like(Signal signal) {
    Optional<Direction> side = signal.intent().side();
    if (side.isEmpty()) {
      return Optional.empty();
    }
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(QUERY)) {
      query.setString(1, signal.portfolio().name());
      query.setString(2, signal.symbol().ticker());
      query.setString(3, side.get().name());
      try (ResultSet rows = query.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the last entry of " + signal.symbol(), broken);
    }
  }
}
