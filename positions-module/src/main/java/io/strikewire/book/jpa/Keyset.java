package io.strikewire.book.jpa;

import io.strikewire.archive.Page;
import io.strikewire.archive.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pages of rows, newest first, by time and id.
 *
 * @param entity its name in queries
 * @param time the attribute that orders
 */
record Keyset<R, T>(
    Class<R> entity,
    String time,
    Function<R, T> reading,
    Function<T, Instant> timeOf,
    Function<T, UUID> idOf) {

  /** A condition on the status, and its argument. */
  record Status(String condition, Object argument) {}

  Page<T> read(EntityManager rows, PageRequest request, Function<String, Status> status) {
    StringBuilder query =
        new StringBuilder("FROM " + entity.getSimpleName() + " r WHERE true = true");
    Map<String, Object> arguments = new LinkedHashMap<>();
    request
        .status()
        .map(status)
        .ifPresent(filter -> add(query, arguments, filter.condition(), filter.argument()));
    request
        .symbol()
        .ifPresent(symbol -> add(query, arguments, "r.symbol = :symbol", symbol.ticker()));
    request.from().ifPresent(from -> add(query, arguments, "r." + time + " >= :from", from));
    request.to().ifPresent(to -> add(query, arguments, "r." + time + " < :to", to));
    request
        .after()
        .flatMap(after -> find(rows, after))
        .ifPresent(
            last -> {
              query.append(
                  " AND (r." + time + " < :at OR (r." + time + " = :at AND r.id < :last))");
              arguments.put("at", timeOf.apply(last));
              arguments.put("last", idOf.apply(last));
            });
    query.append(" ORDER BY r." + time + " DESC, r.id DESC");
    TypedQuery<R> page = rows.createQuery(query.toString(), entity);
    arguments.forEach(page::setParameter);
    List<T> found = page.setMaxResults(request.limit() + 1).getResultStream().map(reading).toList();
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    List<T> items = found.subList(0, request.limit());
    return new Page<>(items, Optional.of(idOf.apply(items.get(items.size() - 1)).toString()));
  }

  private Optional<T> find(EntityManager rows, UUID id) {
    return rows.createQuery("FROM " + entity.getSimpleName() + " r WHERE r.id = :id", entity)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(reading);
  }

  private static void add(
      StringBuilder query, Map<String, Object> arguments, String condition, Object argument) {
    query.append(" AND ").append(condition);
    arguments.put(condition.substring(condition.indexOf(':') + 1), argument);
  }
}
