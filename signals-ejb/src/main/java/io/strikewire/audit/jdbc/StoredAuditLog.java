package io.strikewire.audit.jdbc;

import io.strikewire.archive.Page;
import io.strikewire.audit.AuditLog;
import io.strikewire.audit.AuditNote;
import io.strikewire.audit.AuditQuery;
import io.strikewire.audit.AuditQuery.Place;
import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.AuditTrail;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The audit log's rows: pages of it, and notes for it. */
@ApplicationScoped
public class StoredAuditLog implements AuditLog, AuditTrail {

  private static final String NOTE =
      """
      INSERT INTO audit_pending (chain, at, actor, action, subject, payload)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String STATE =
      """
      SELECT (SELECT coalesce(sum(id), 0) FROM audit_heads),
             (SELECT count(*) FROM audit_pending)
             + (SELECT coalesce(sum(d.last - h.decided), 0) FROM audit_heads h
                CROSS JOIN LATERAL (SELECT coalesce(max(sequence), 0) AS last FROM decisions
                                    WHERE portfolio = h.chain) d
                WHERE h.chain <> 'system')
      """;

  @Resource(lookup = "java:app/jdbc/strikewire")
  private DataSource database;

  @Override
  public void note(AuditNote note) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(NOTE)) {
      insert.setString(1, AuditNote.SYSTEM);
      insert.setObject(2, note.at().atOffset(ZoneOffset.UTC));
      insert.setString(3, note.actor());
      insert.setString(4, note.action());
      insert.setString(5, note.subject());
      insert.setString(6, note.payload());
      insert.executeUpdate();
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot note " + note.action(), broken);
    }
  }

  @Override
  public Page<AuditRecord> records(AuditQuery query) {
    try (Connection connection = database.getConnection()) {
      return page(connection, query);
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the audit log", broken);
    }
  }

  @Override
  public State state() {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(STATE);
        ResultSet row = query.executeQuery()) {
      row.next();
      return new State(row.getLong(1), row.getLong(2));
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read the audit log's state", broken);
    }
  }

  static Page<AuditRecord> page(Connection connection, AuditQuery query) throws SQLException {
    StringBuilder sql =
        new StringBuilder("SELECT ")
            .append(ChainRows.COLUMNS)
            .append(" FROM audit_log l WHERE true");
    List<Object> arguments = new ArrayList<>();
    query.from().ifPresent(from -> and(sql, arguments, "at >= ?", from.atOffset(ZoneOffset.UTC)));
    query.to().ifPresent(to -> and(sql, arguments, "at < ?", to.atOffset(ZoneOffset.UTC)));
    query.symbol().ifPresent(symbol -> and(sql, arguments, "symbol = ?", symbol.ticker()));
    query.signal().ifPresent(signal -> and(sql, arguments, "signal_id = ?", signal.value()));
    query.actor().ifPresent(actor -> and(sql, arguments, "actor = ?", actor));
    query.action().ifPresent(action -> and(sql, arguments, asked(action), action));
    if (query.after().isPresent()) {
      Place place = query.after().get();
      and(
          sql,
          arguments,
          "(at, chain, id) < (SELECT at, chain, id FROM audit_log WHERE chain = ? AND id = ?)",
          place.chain());
      arguments.add(place.id());
    }
    sql.append(" ORDER BY at DESC, chain DESC, id DESC LIMIT ?");
    arguments.add(query.limit() + 1);
    try (PreparedStatement select = connection.prepareStatement(sql.toString())) {
      for (int i = 0; i < arguments.size(); i++) {
        select.setObject(i + 1, arguments.get(i));
      }
      return page(select, query.limit());
    }
  }

  /** Signals and decisions are nearly all there is, and no index of actions has them. */
  private static String asked(String action) {
    return action.equals("SIGNAL") || action.equals("DECISION")
        ? "action = ?"
        : "action = ? AND action NOT IN ('SIGNAL', 'DECISION')";
  }

  private static Page<AuditRecord> page(PreparedStatement select, int limit) throws SQLException {
    List<AuditRecord> records = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        records.add(ChainRows.record(rows));
      }
    }
    if (records.size() <= limit) {
      return new Page<>(records, Optional.empty());
    }
    List<AuditRecord> page = records.subList(0, limit);
    AuditRecord last = page.get(limit - 1);
    return new Page<>(page, Optional.of(new Place(last.chain(), last.id()).toString()));
  }

  private static void and(
      StringBuilder sql, List<Object> arguments, String condition, Object argument) {
    sql.append(" AND ").append(condition);
    arguments.add(argument);
  }
}
