package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditFinding;
import io.strikewire.audit.AuditFinding.Kind;
import io.strikewire.audit.AuditRecord;
import io.strikewire.audit.chain.Anchor;
import io.strikewire.audit.chain.ChainCheck;
import io.strikewire.audit.chain.ChainEnd;
import io.strikewire.audit.chain.CheckpointKey;
import io.strikewire.audit.store.AuditCheck;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Three looks: each chain by itself; what was signed about it; and the rows that its records vouch
 * for. The first finding of each chain is told.
 */
public final class StoredAuditCheck implements AuditCheck {

  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

  /** A chain without a head is looked at as well: its head was removed. */
  private static final String CHAINS =
      """
      WITH RECURSIVE names AS (
        (SELECT chain FROM audit_log ORDER BY chain LIMIT 1)
        UNION ALL
        SELECT (SELECT l.chain FROM audit_log l WHERE l.chain > n.chain ORDER BY l.chain LIMIT 1)
        FROM names n WHERE n.chain IS NOT NULL)
      SELECT c.chain, coalesce(h.id, 0) AS id, coalesce(h.hash, ''::bytea) AS hash
      FROM (SELECT chain FROM names WHERE chain IS NOT NULL UNION SELECT chain FROM audit_heads) c
        LEFT JOIN audit_heads h USING (chain)
      ORDER BY c.chain
      """;

  private static final String SIGNED =
      """
      SELECT c.chain, c.id, c.hash, c.key, c.signature,
             coalesce(l.hash = c.hash, a.hash = c.hash, false) AS agrees
      FROM audit_checkpoints c LEFT JOIN audit_log l ON l.chain = c.chain AND l.id = c.id
        LEFT JOIN audit_anchors a ON a.chain = c.chain AND a.id = c.id
      ORDER BY c.chain, c.id
      """;

  private static final String SUBJECTS =
      """
      SELECT DISTINCT ON (l.chain) l.chain, l.id, l.action || ' ' || l.subject AS what
      FROM audit_log l
        LEFT JOIN signals s ON l.action = 'SIGNAL' AND s.id::text = l.subject
          AND s.id = l.signal_id
        LEFT JOIN decisions d ON l.action = 'DECISION' AND d.id::text = l.subject
          AND d.signal_id = l.signal_id
      WHERE l.action IN ('SIGNAL', 'DECISION')
        AND l.payload::jsonb ->> 'content' IS DISTINCT FROM
            CASE l.action WHEN 'SIGNAL' THEN audit_content(s) ELSE audit_content(d) END
      ORDER BY l.chain, l.id
      """;

  private static final String UNRECORDED =
      """
      SELECT DISTINCT ON (d.portfolio) d.portfolio AS chain, 0 AS id, d.id::text AS what
      FROM decisions d JOIN audit_heads h ON h.chain = d.portfolio AND d.sequence <= h.decided
      WHERE NOT EXISTS (SELECT FROM audit_log l WHERE l.signal_id = d.signal_id
                          AND l.action = 'DECISION' AND l.subject = d.id::text)
      ORDER BY d.portfolio, d.sequence
      """;

  @Override
  public Report check(Connection database, Optional<String> key) throws SQLException {
    database.setAutoCommit(false);
    try (PreparedStatement snapshot = database.prepareStatement(SNAPSHOT)) {
      snapshot.execute();
    }
    List<Chain> chains = new ArrayList<>();
    Map<String, AuditFinding> first = new HashMap<>();
    for (ChainEnd head : heads(database)) {
      chains.add(new Chain(head.chain(), head.id(), head.hash()));
      Anchor anchor = Anchors.of(database, head.chain());
      BeginningCheck.check(database, anchor)
          .or(() -> ChainCheck.check(new StoredChain(database, anchor), anchor.end(), head))
          .ifPresent(finding -> first.put(head.chain(), finding));
    }
    long signed = signatures(database, key.flatMap(CheckpointKey::parse), first);
    rows(database, SUBJECTS, Kind.SUBJECT, " is not the row that it was", first);
    rows(database, UNRECORDED, Kind.UNRECORDED, " is a decision without its record", first);
    database.rollback();
    return new Report(
        chains,
        chains.stream().map(Chain::name).filter(first::containsKey).map(first::get).toList(),
        signed);
  }

  private static List<ChainEnd> heads(Connection database) throws SQLException {
    List<ChainEnd> heads = new ArrayList<>();
    try (PreparedStatement query = database.prepareStatement(CHAINS);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        heads.add(ChainRows.end(rows));
      }
    }
    return heads;
  }

  private static long signatures(
      Connection database, Optional<CheckpointKey> key, Map<String, AuditFinding> first)
      throws SQLException {
    long checked = 0;
    try (PreparedStatement query = database.prepareStatement(SIGNED);
        ResultSet rows = query.executeQuery()) {
      while (key.isPresent() && rows.next()) {
        checked++;
        ChainEnd end = ChainRows.end(rows);
        boolean ours = key.get().name().equals(rows.getString("key"));
        String wrong =
            !ours || !key.get().signed(end, rows.getBytes("signature"))
                ? "a checkpoint was not signed with this key"
                : rows.getBoolean("agrees")
                    ? ""
                    : "another hash was signed: changed here or before";
        if (!wrong.isEmpty()) {
          earliest(first, new AuditFinding(Kind.CHECKPOINT, end.chain(), end.id(), wrong));
        }
      }
    }
    return checked;
  }

  private static void rows(
      Connection database, String sql, Kind kind, String said, Map<String, AuditFinding> first)
      throws SQLException {
    try (PreparedStatement query = database.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        earliest(
            first,
            new AuditFinding(
                kind, rows.getString("chain"), rows.getLong("id"), rows.getString("what") + said));
      }
    }
  }

  /** What the chain itself shows names the place best; after it, the earliest place. */
  private static void earliest(Map<String, AuditFinding> first, AuditFinding finding) {
    first.merge(
        finding.chain(),
        finding,
        (known, other) ->
            known.kind().ordinal() < Kind.CHECKPOINT.ordinal() || known.id() <= other.id()
                ? known
                : other);
  }

  /** One chain's records in order, fetched in portions, from the start for whoever asks again. */
  private record StoredChain(Connection database, Anchor anchor) implements Iterable<AuditRecord> {
    @Override
    public java.util.Iterator<AuditRecord> iterator() {
      return new Portions(database, anchor.chain(), anchor.end().id());
    }
  }
}
