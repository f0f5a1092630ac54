package io.strikewire.continuity.jdbc;

import io.strikewire.hold.Hold;
import io.strikewire.hold.Hold.Cause;
import io.strikewire.hold.Hold.Kind;
import io.strikewire.hold.Holds;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Holds as rows; at most one in force for a name. */
@ApplicationScoped
public class StoredHolds implements Holds {

  private static final System.Logger LOG = System.getLogger(StoredHolds.class.getName());

  private static final String IN_FORCE =
      """
      SELECT id, kind, name, cause, reason, by, since FROM holds
      WHERE released_at IS NULL ORDER BY since, id
      """;

  private static final String PLACE =
      """
      INSERT INTO holds (id, kind, name, cause, reason, by, since) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (kind, name) WHERE released_at IS NULL DO NOTHING
      """;

  private static final String RELEASE =
      "UPDATE holds SET released_at = ?, released_by = ? WHERE id = ? AND released_at IS NULL";

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Override
  public List<Hold> inForce() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(IN_FORCE);
        ResultSet rows = query.executeQuery()) {
      List<Hold> holds = new ArrayList<>();
      while (rows.next()) {
        holds.add(hold(rows));
      }
      return holds;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read what is held", broken);
    }
  }

  @Override
  public Hold place(Kind kind, String name, Cause cause, String reason, String by, Instant now) {
    Hold hold = new Hold(UUID.randomUUID(), kind, name, cause, reason, by, now);
    try (Connection connection = database.getConnection();
        PreparedStatement place = connection.prepareStatement(PLACE)) {
      place.setObject(1, hold.id());
      place.setString(2, kind.name());
      place.setString(3, name);
      place.setString(4, cause.name());
      place.setString(5, reason);
      place.setString(6, by);
      place.setObject(7, now.atOffset(ZoneOffset.UTC));
      if (place.executeUpdate() == 1) {
        LOG.log(System.Logger.Level.WARNING, "entries of {0} {1} stop: {2}", kind, name, reason);
        return hold;
      }
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot hold " + kind + ' ' + name, broken);
    }
    return inForce().stream()
        .filter(held -> held.kind() == kind && held.name().equals(name))
        .findFirst()
        .orElseGet(() -> place(kind, name, cause, reason, by, now));
  }

  @Override
  public boolean release(UUID id, String by, Instant now) {
    try (Connection connection = database.getConnection();
        PreparedStatement release = connection.prepareStatement(RELEASE)) {
      release.setObject(1, now.atOffset(ZoneOffset.UTC));
      release.setString(2, by);
      release.setObject(3, id);
      return release.executeUpdate() == 1;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot release hold " + id, broken);
    }
  }

  private static Hold hold(ResultSet row) throws SQLException {
    return new Hold(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        Cause.valueOf(row.getString("cause")),
        row.getString("reason"),
        row.getString("by"),
        row.getObject("since", OffsetDateTime.class).toInstant());
  }
}
