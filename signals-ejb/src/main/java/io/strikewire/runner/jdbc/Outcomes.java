package io.strikewire.runner.jdbc;

import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalRoute;
import io.strikewire.json.JsonText;
import io.strikewire.runner.Journey;
import io.strikewire.signal.SignalId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what became of a signal: its status and route, its decision, and the totals. */
final class Outcomes {

  private static final String SIGNAL =
      """
      UPDATE signals SET status = ?, reason = ?, route = ?::jsonb, decided_at = ?
      WHERE id = ? AND status = 'RECEIVED'
      """;

  private static final String DECISION =
      """
      INSERT INTO decisions (id, signal_id, decision_type, decision, rejection, confidence,
        position_size, stage, reasoning, calculations, rules_version, settings_version, created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
      """;

  private static final String COUNT =
      """
      INSERT INTO signal_totals (kind, code, count) VALUES (?, ?, 1)
      ON CONFLICT (kind, code) DO UPDATE SET count = signal_totals.count + 1
      """;

  private Outcomes() {}

  static void write(Connection connection, SignalId id, Journey journey) throws SQLException {
    Decision decision = journey.decision();
    signal(connection, id, journey, decision);
    decision(connection, decision);
    count(connection, "DECIDED", decision.kind().name());
    if (decision.rejection().isPresent()) {
      count(connection, "REJECTED", decision.rejection().get().name());
    }
  }

  private static void signal(Connection connection, SignalId id, Journey journey, Decision decision)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(SIGNAL)) {
      update.setString(1, journey.status());
      update.setString(2, decision.rejection().map(Rejection::name).orElse(null));
      update.setString(3, JsonText.of(journey.steps().stream().map(Outcomes::step).toList()));
      update.setObject(4, decision.at().atOffset(ZoneOffset.UTC));
      update.setObject(5, id.value());
      if (update.executeUpdate() != 1) {
        throw new IllegalStateException("signal " + id + " was decided by someone else");
      }
    }
  }

  private static void decision(Connection connection, Decision decision) throws SQLException {
    List<Map<String, Object>> reasoning =
        decision.verdicts().stream().map(Outcomes::verdict).toList();
    try (PreparedStatement insert = connection.prepareStatement(DECISION)) {
      insert.setObject(1, decision.id());
      insert.setObject(2, decision.signalId().value());
      insert.setString(3, decision.stage() == SignalRoute.CLOSE ? "CLOSING" : "ENTRY");
      insert.setString(4, decision.kind().name());
      insert.setString(5, decision.rejection().map(Rejection::name).orElse(null));
      insert.setDouble(6, decision.confidence());
      insert.setInt(7, decision.positionSize());
      insert.setString(8, decision.stage().name());
      insert.setString(9, JsonText.of(reasoning));
      insert.setString(10, JsonText.of(decision.calculations()));
      insert.setString(11, decision.rulesVersion());
      insert.setString(12, decision.settingsVersion());
      insert.setObject(13, decision.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static void count(Connection connection, String kind, String code) throws SQLException {
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setString(1, kind);
      count.setString(2, code);
      count.executeUpdate();
    }
  }

  private static Map<String, Object> step(Step step) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("stage", step.stage());
    fields.put("outcome", step.outcome());
    fields.put("reason", step.reason());
    fields.put("at", step.at());
    fields.put("ms", step.ms());
    return fields;
  }

  private static Map<String, Object> verdict(Verdict verdict) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("rule", verdict.rule());
    fields.put("outcome", verdict.outcome());
    fields.put("detail", verdict.detail());
    return fields;
  }
}
