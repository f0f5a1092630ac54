package io.strikewire.web.problem;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a mistake of ours. */
public final class Outage {

  private static final int DEEPEST = 32;

  private Outage() {}

  /** Whether the failure goes back to a database that cannot be reached or takes no more work. */
  public static boolean caused(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, Objects::nonNull, cause -> cause == null ? null : cause.getCause())
        .limit(DEEPEST)
        .anyMatch(cause -> cause instanceof SQLException sql && isOutage(sql.getSQLState()));
  }

  private static boolean isOutage(@Nullable String state) {
    // The connection pool gives no state when it cannot hand out a connection.
    return state == null
        || state.startsWith("08")
        || state.startsWith("53")
        || state.startsWith("57P");
  }
}
