package io.strikewire.archives.jdbc;

import io.strikewire.archive.StoredDecision;
import io.strikewire.archive.StoredError;
import io.strikewire.archive.StoredSignal;
import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.json.StrictJson;
import io.strikewire.payload.Payload;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.SignalId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows as records. */
final class StoredRows {

  private StoredRows() {}

  static StoredSignal signal(ResultSet row, boolean withRoute) throws SQLException {
    return new StoredSignal(
        new SignalId(row.getObject("id", UUID.class)),
        row.getString("source"),
        row.getString("symbol"),
        Optional.ofNullable(row.getString("direction")),
        row.getString("timeframe"),
        instant(row, "timestamp"),
        row.getString("status"),
        Optional.ofNullable(row.getString("reason")),
        AuthGrade.valueOf(row.getString("grade")),
        row.getString("metadata"),
        instant(row, "created_at"),
        row.getLong("repeats"),
        withRoute ? steps(row.getString("route")) : List.of());
  }

  static StoredDecision decision(ResultSet row) throws SQLException {
    return new StoredDecision(
        row.getObject("id", UUID.class),
        new SignalId(row.getObject("signal_id", UUID.class)),
        row.getString("decision"),
        row.getString("stage"),
        Optional.ofNullable(row.getString("rejection")),
        row.getDouble("confidence"),
        row.getInt("position_size"),
        row.getString("reasoning"),
        row.getString("calculations"),
        row.getString("rules_version"),
        row.getString("settings_version"),
        instant(row, "created_at"));
  }

  static StoredError error(ResultSet row) throws SQLException {
    return new StoredError(
        row.getObject("id", UUID.class),
        Optional.ofNullable(row.getObject("signal_id", UUID.class)).map(SignalId::new),
        Optional.ofNullable(row.getString("sender")),
        row.getString("stage"),
        row.getString("code"),
        row.getString("detail"),
        row.getBoolean("dead"),
        instant(row, "created_at"));
  }

  private static List<Step> steps(String json) {
    byte[] object = ("{\"route\":" + json + "}").getBytes(StandardCharsets.UTF_8);
    if (!(StrictJson.read(object) instanceof StrictJson.Reading.Read read)) {
      throw new IllegalStateException("a stored route is JSON of our own writing: " + json);
    }
    List<?> steps = (List<?>) read.payload().first("route").orElse(List.of());
    return steps.stream().map(Payload.class::cast).map(StoredRows::step).toList();
  }

  private static Step step(Payload step) {
    return new Step(
        text(step, "stage"),
        text(step, "outcome"),
        text(step, "reason"),
        Instant.parse(text(step, "at")),
        ((BigDecimal) step.first("ms").orElse(BigDecimal.ZERO)).doubleValue());
  }

  private static String text(Payload step, String name) {
    return (String) step.first(name).orElse("");
  }

  /** A column that may be empty. */
  static Optional<Instant> time(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
