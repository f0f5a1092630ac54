package io.strikewire.book.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One statement of plain SQL with named arguments, in the caller's transaction. */
final class Sql {

  private final EntityManager rows;
  private final String text;
  private final Map<String, @Nullable Object> arguments = new LinkedHashMap<>();

  private Sql(EntityManager rows, String text) {
    this.rows = rows;
    this.text = text;
  }

  static Sql of(EntityManager rows, String text) {
    return new Sql(rows, text);
  }

  Sql with(String name, @Nullable Object value) {
    arguments.put(name, value);
    return this;
  }

  /** The rows it gives. */
  Stream<Tuple> rows() {
    var query = rows.createNativeQuery(text, Tuple.class);
    arguments.forEach(query::setParameter);
    List<Tuple> tuples = new ArrayList<>();
    for (Object row : query.getResultList()) {
      tuples.add((Tuple) row);
    }
    return tuples.stream();
  }

  /** Its first row. */
  Optional<Tuple> row() {
    return rows().findFirst();
  }

  /** The first column of its first row. */
  <T> Optional<T> value(Class<T> type) {
    return row().flatMap(row -> Optional.ofNullable(row.get(0, type)));
  }

  /** Changes rows; how many. */
  int run() {
    var query = rows.createNativeQuery(text);
    arguments.forEach(query::setParameter);
    return query.executeUpdate();
  }
}
