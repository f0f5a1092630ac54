package io.strikewire.archives.jdbc;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One page of a table, newest first, by keyset: no page gets slower with its number. */
final class PageQuery {

  private final StringBuilder sql;
  private final List<Object> arguments = new ArrayList<>();
  private final PageRequest request;

  /**
   * @param select everything up to the conditions
   * @param table alias whose {@code created_at} and {@code id} order the page
   */
  PageQuery(String select, String table, PageRequest request) {
    this.sql = new StringBuilder(select).append(" WHERE true");
    this.request = request;
    request
        .from()
        .ifPresent(from -> and(table + ".created_at >= ?", from.atOffset(ZoneOffset.UTC)));
    request.to().ifPresent(to -> and(table + ".created_at < ?", to.atOffset(ZoneOffset.UTC)));
    request.after().ifPresent(after -> and(after(select, table), after));
    this.order = " ORDER BY " + table + ".created_at DESC, " + table + ".id DESC LIMIT ?";
  }

  private final String order;

  /** The row that the page comes after is one of the table that is selected from. */
  private static String after(String select, String table) {
    String from = select.replaceFirst(".* FROM (\\w+) .*", "$1");
    return "("
        + table
        + ".created_at, "
        + table
        + ".id) < (SELECT created_at, id FROM "
        + from
        + " WHERE id = ?)";
  }

  PageQuery and(String condition) {
    sql.append(" AND ").append(condition);
    return this;
  }

  PageQuery and(String condition, Object argument) {
    sql.append(" AND ").append(condition);
    arguments.add(argument);
    return this;
  }

  <T> Page<T> run(Connection connection, Row<T> row, Function<T, UUID> key) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql + order)) {
      int index = 1;
      for (Object argument : arguments) {
        query.setObject(index++, argument);
      }
      query.setInt(index, request.limit() + 1);
      List<T> items = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          items.add(row.read(rows));
        }
      }
      if (items.size() <= request.limit()) {
        return new Page<>(items, Optional.empty());
      }
      List<T> page = items.subList(0, request.limit());
      return new Page<>(page, Optional.of(key.apply(page.get(page.size() - 1)).toString()));
    }
  }

  /** Reads one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }
}
