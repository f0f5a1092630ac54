package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.Fact;
import io.strikewire.pipeline.jdbc.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Links what is committed and in no chain yet. One transaction links a stretch of one chain while
 * it holds the row of the chain's head, so every chain has one writer, whichever instance it is in.
 */
public final class AuditChains {

  /** The portfolios are found by a step of an index for each, not by reading their decisions. */
  private static final String BEHIND =
      """
      WITH RECURSIVE books AS (
        (SELECT portfolio FROM decisions ORDER BY portfolio LIMIT 1)
        UNION ALL
        SELECT (SELECT d.portfolio FROM decisions d WHERE d.portfolio > b.portfolio
                ORDER BY d.portfolio LIMIT 1)
        FROM books b WHERE b.portfolio IS NOT NULL)
      SELECT b.portfolio FROM books b LEFT JOIN audit_heads h ON h.chain = b.portfolio
      WHERE EXISTS (SELECT FROM decisions d WHERE d.portfolio = b.portfolio
                      AND d.sequence > coalesce(h.decided, 0))
      UNION SELECT chain FROM audit_pending
      """;

  private static final String HEAD =
      """
      INSERT INTO audit_heads (chain, id, hash, decided) VALUES (?, 0, decode(?, 'hex'), 0)
      ON CONFLICT (chain) DO NOTHING
      """;

  private static final String TAKE =
      "SELECT chain, id, hash, decided FROM audit_heads WHERE chain = ? FOR UPDATE SKIP LOCKED";

  private static final String DECISIONS =
      """
      SELECT d.sequence, f.* FROM decisions d JOIN signals s ON s.id = d.signal_id
        CROSS JOIN LATERAL (VALUES
          (1, s.created_at, s.source, 'SIGNAL', s.id::text, s.symbol, s.id, json_build_object(
             'timeframe', s.timeframe, 'direction', s.direction, 'grade', s.grade,
             'content', audit_content(s))::text),
          (2, d.created_at, 'rules ' || d.rules_version, 'DECISION', d.id::text, s.symbol, s.id,
           json_build_object(
             'decision', d.decision, 'rejection', d.rejection, 'stage', d.stage,
             'confidence', d.confidence, 'size', d.position_size, 'sequence', d.sequence,
             'settings', d.settings_version, 'content', audit_content(d))::text))
          AS f (turn, at, actor, action, subject, symbol, signal_id, payload)
      WHERE d.portfolio = ? AND d.sequence > ? AND d.sequence <= ?
      ORDER BY d.sequence, f.turn
      """;

  private static final String NOTES =
      "SELECT * FROM audit_pending WHERE chain = ? ORDER BY number LIMIT ?";

  private static final String NOTED = "DELETE FROM audit_pending WHERE number = ANY (?)";

  private static final String ADVANCE =
      "UPDATE audit_heads SET id = ?, hash = decode(?, 'hex'), decided = ? WHERE chain = ?";

  private final Connection connection;
  private final int most;

  /**
   * @param connection with a transaction of its own for each call, committed here
   * @param most decisions, and notes, that are linked in one transaction
   */
  public AuditChains(Connection connection, int most) {
    this.connection = connection;
    this.most = most;
  }

  /** The chains that something waits for. */
  public List<String> behind() throws SQLException {
    List<String> chains = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(BEHIND);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        chains.add(rows.getString(1));
      }
    }
    connection.commit();
    return chains;
  }

  /**
   * Links the next stretch of a chain.
   *
   * @param linked records that joined the chain; 0 when nothing waits or someone else links
   */
  public record Stretch(int linked, Optional<ChainEnd> end) {}

  /** Links the next stretch of a chain and commits. */
  public Stretch link(String chain) throws SQLException {
    try {
      Stretch stretch = linked(chain);
      connection.commit();
      return stretch;
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    }
  }

  private Stretch linked(String chain) throws SQLException {
    begin(chain);
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      take.setString(1, chain);
      try (ResultSet head = take.executeQuery()) {
        return head.next()
            ? follow(ChainRows.end(head), head.getLong("decided"))
            : new Stretch(0, Optional.empty());
      }
    }
  }

  private void begin(String chain) throws SQLException {
    try (PreparedStatement begin = connection.prepareStatement(HEAD)) {
      begin.setString(1, chain);
      begin.setString(2, ChainEnd.none(chain).hash());
      begin.executeUpdate();
    }
  }

  private Stretch follow(ChainEnd head, long decided) throws SQLException {
    List<Fact> facts = new ArrayList<>();
    long last = decisions(head.chain(), decided, facts);
    notes(head.chain(), facts);
    if (facts.isEmpty()) {
      return new Stretch(0, Optional.of(head));
    }
    List<AuditRecord> records = new ArrayList<>();
    ChainEnd end = head;
    for (Fact fact : facts) {
      AuditRecord record = end.next(fact);
      records.add(record);
      end = ChainEnd.at(record);
    }
    ChainRows.insert(connection, head.chain(), records);
    advance(end, last);
    return new Stretch(records.size(), Optional.of(end));
  }

  /** Decisions have no gap in their numbers, so none can be overtaken by one that commits later. */
  private long decisions(String chain, long after, List<Fact> facts) throws SQLException {
    long last = after;
    try (PreparedStatement query = connection.prepareStatement(DECISIONS)) {
      query.setString(1, chain);
      query.setLong(2, after);
      query.setLong(3, after + most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          facts.add(ChainRows.fact(rows));
          last = rows.getLong("sequence");
        }
      }
    }
    return last;
  }

  private void notes(String chain, List<Fact> facts) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(NOTES)) {
      query.setString(1, chain);
      query.setInt(2, most);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          facts.add(ChainRows.fact(rows));
          numbers.add(rows.getLong("number"));
        }
      }
    }
    if (!numbers.isEmpty()) {
      try (PreparedStatement delete = connection.prepareStatement(NOTED)) {
        delete.setArray(1, new Columns<>(connection, numbers).longs(number -> number));
        delete.executeUpdate();
      }
    }
  }

  private void advance(ChainEnd end, long decided) throws SQLException {
    try (PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
      advance.setLong(1, end.id());
      advance.setString(2, end.hash());
      advance.setLong(3, decided);
      advance.setString(4, end.chain());
      advance.executeUpdate();
    }
  }
}
