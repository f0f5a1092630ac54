package io.strikewire.pipeline.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a multi-row statement: one array for each, so that the statement is always the
 * same. Arrays of the types used here travel as they are; of any other, the driver would write text
 * with every quotation mark masked, and the database would take that apart again.
 *
 * @param rows what the rows are made of, in their order
 */
public record Columns<T>(Connection connection, Collection<T> rows) {

  /** Texts, for {@code text[]}. */
  public Array texts(Function<? super T, ? extends @Nullable String> value) throws SQLException {
    return array("text", value, String[]::new);
  }

  /** Names, to be read as {@code uuid[]}. */
  public Array uuids(Function<? super T, UUID> value) throws SQLException {
    return texts(row -> value.apply(row).toString());
  }

  /** Times in ISO 8601, to be read as {@code timestamptz[]}. */
  public Array instants(Function<? super T, Instant> value) throws SQLException {
    return texts(row -> value.apply(row).toString());
  }

  /** Whole numbers, for {@code bigint[]}. */
  public Array longs(Function<? super T, Long> value) throws SQLException {
    return array("int8", value, Long[]::new);
  }

  /** Whole numbers, for {@code int[]}. */
  public Array ints(Function<? super T, Integer> value) throws SQLException {
    return array("int4", value, Integer[]::new);
  }

  /** Numbers, for {@code float8[]}. */
  public Array doubles(Function<? super T, Double> value) throws SQLException {
    return array("float8", value, Double[]::new);
  }

  private <V> Array array(
      String type, Function<? super T, ? extends @Nullable V> value, IntFunction<V[]> typed)
      throws SQLException {
    return connection.createArrayOf(type, rows.stream().map(value).toArray(typed));
  }
}
