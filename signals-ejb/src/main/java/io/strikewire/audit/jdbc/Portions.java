package io.strikewire.audit.jdbc;

import io.strikewire.audit.AuditRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/** A chain's records in the order of their numbers, some thousands at a time. */
final class Portions implements Iterator<AuditRecord> {

  private static final int SIZE = 5000;
  private static final String PORTION =
      "SELECT "
          + ChainRows.COLUMNS
          + " FROM audit_log WHERE chain = ? AND id > ? ORDER BY id LIMIT "
          + SIZE;

  private final Connection database;
  private final String chain;
  private final Queue<AuditRecord> portion = new ArrayDeque<>();
  private long last;
  private boolean over;

  /** Those behind a place. */
  Portions(Connection database, String chain, long after) {
    this.database = database;
    this.chain = chain;
    this.last = after;
  }

  @Override
  public boolean hasNext() {
    if (portion.isEmpty() && !over) {
      fetch();
    }
    return !portion.isEmpty();
  }

  @Override
  public AuditRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("chain " + chain + " ends at " + last);
    }
    return portion.remove();
  }

  private void fetch() {
    try (PreparedStatement query = database.prepareStatement(PORTION)) {
      query.setString(1, chain);
      query.setLong(2, last);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          AuditRecord record = ChainRows.record(rows);
          portion.add(record);
          last = record.id();
        }
      }
      over = portion.size() < SIZE;
    } catch (SQLException broken) {
      throw new IllegalStateException("cannot read chain " + chain + " after " + last, broken);
    }
  }
}
