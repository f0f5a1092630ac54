package io.strikewire.book.jpa;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import io.strikewire.position.Position;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of positions, newest first, by keyset. */
final class PositionPage {

  private PositionPage() {}

  static Page<Position> read(EntityManager rows, PageRequest request) {
    StringBuilder query = new StringBuilder("FROM PositionRow p WHERE true = true");
    Map<String, Object> arguments = new LinkedHashMap<>();
    request
        .status()
        .ifPresent(
            status -> {
              query.append(" AND p.closed = :closed");
              arguments.put("closed", status.equalsIgnoreCase("closed"));
            });
    request
        .symbol()
        .ifPresent(
            symbol -> {
              query.append(" AND p.symbol = :symbol");
              arguments.put("symbol", symbol.ticker());
            });
    request
        .from()
        .ifPresent(
            from -> {
              query.append(" AND p.openedAt >= :from");
              arguments.put("from", from);
            });
    request
        .to()
        .ifPresent(
            to -> {
              query.append(" AND p.openedAt < :to");
              arguments.put("to", to);
            });
    request
        .after()
        .map(after -> rows.find(PositionRow.class, after))
        .map(PositionRow::toPosition)
        .ifPresent(
            last -> {
              query.append(" AND (p.openedAt < :at OR (p.openedAt = :at AND p.id < :id))");
              arguments.put("at", last.openedAt());
              arguments.put("id", last.id());
            });
    query.append(" ORDER BY p.openedAt DESC, p.id DESC");
    TypedQuery<PositionRow> page = rows.createQuery(query.toString(), PositionRow.class);
    arguments.forEach(page::setParameter);
    List<Position> found =
        page.setMaxResults(request.limit() + 1)
            .getResultStream()
            .map(PositionRow::toPosition)
            .toList();
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<Position> items = found.subList(0, request.limit());
    return new Page<>(items, Optional.of(items.get(items.size() - 1).id().toString()));
  }
}
