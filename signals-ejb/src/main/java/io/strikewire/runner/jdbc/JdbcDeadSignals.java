package io.strikewire.runner.jdbc;

import io.strikewire.archive.DeadSignals;
import io.strikewire.event.SignalEvent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/** Puts a dead signal back among the undecided, and the total right, in one statement. */
@ApplicationScoped
public class JdbcDeadSignals implements DeadSignals {

  private static final String REVIVE =
      """
      WITH revived AS (UPDATE signals SET status = 'RECEIVED', attempts = 0, next_attempt_at = ?
                       WHERE id = ? AND status = 'DEAD' RETURNING portfolio),
           counted AS (UPDATE signal_totals SET count = count - 1
                       WHERE kind = 'DEAD' AND code = '' AND EXISTS (SELECT FROM revived))
      SELECT (SELECT portfolio FROM revived), EXISTS (SELECT FROM signals WHERE id = ?)
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Inject private Clock clock;
  @Inject private Event<SignalEvent> route;

  @Override
  public Retry retry(SignalId id) {
    try (Connection connection = database.getConnection();
        PreparedStatement revive = connection.prepareStatement(REVIVE)) {
      revive.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      revive.setObject(2, id.value());
      revive.setObject(3, id.value());
      try (ResultSet row = revive.executeQuery()) {
        row.next();
        String portfolio = row.getString(1);
        if (portfolio != null) {
          route.fire(new SignalEvent.Arrived(id, new Portfolio(portfolio)));
          return Retry.WAITING;
        }
        return row.getBoolean(2) ? Retry.NOT_DEAD : Retry.UNKNOWN;
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot revive signal " + id, broken);
    }
  }
}
