package io.strikewire.pipeline.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a failed statement says about the next try, by its SQLSTATE. */
public enum DatabaseFailure {
  /**
   * The connection is gone, the server stops, is full, or gave up waiting: nothing is said about
   * the data, and whether a commit went through may be unknown.
   */
  AWAY,
  /** Another transaction was in the way and this one was rolled back: try again. */
  CONTENDED,
  /** A value or a constraint refused the rows: trying the same again is of no use. */
  DATA;

  private static final int DEEPEST = 32;

  /** The failure behind an exception; empty when no database is behind it. */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
        .limit(DEEPEST)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .reduce((outer, inner) -> inner)
        .map(sql -> ofState(sql.getSQLState()));
  }

  private static DatabaseFailure ofState(@Nullable String state) {
    if (state == null) {
      // The connection pool gives no state when it cannot hand out a connection.
      return AWAY;
    }
    if (state.startsWith("40") || state.equals("55P03")) {
      return CONTENDED;
    }
    return state.startsWith("22") || state.startsWith("23") ? DATA : AWAY;
  }
}
