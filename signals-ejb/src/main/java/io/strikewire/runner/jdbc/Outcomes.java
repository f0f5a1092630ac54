package io.strikewire.runner.jdbc;

import io.strikewire.archive.StoredSignal.Step;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalRoute;
import io.strikewire.json.JsonText;
import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.runner.Journey;
import io.strikewire.signal.Portfolio;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what became of a portfolio's signals: their statuses and routes, their decisions in order,
 * and the totals; a statement for each.
 */
final class Outcomes {

  private static final String SIGNALS =
      """
      UPDATE signals s SET status = o.status, reason = o.reason, route = o.route::json,
                           decided_at = o.at
      FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
        AS o (id, status, reason, route, at)
      WHERE s.id = o.id AND s.status = 'RECEIVED'
      """;

  private static final String LAST =
      "SELECT coalesce(max(sequence), 0) FROM decisions WHERE portfolio = ?";

  private static final String DECISIONS =
      """
      INSERT INTO decisions (portfolio, sequence, id, signal_id, decision_type, decision, rejection,
        confidence, position_size, stage, reasoning, calculations, rules_version, settings_version,
        created_at)
      SELECT ?, d.sequence, d.id, d.signal_id, d.type, d.decision, d.rejection, d.confidence,
        d.size, d.stage, d.reasoning::json, d.calculations::json, d.rules, d.settings, d.at
      FROM unnest(?::bigint[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::float8[],
        ?::int[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
        AS d (sequence, id, signal_id, type, decision, rejection, confidence, size, stage,
              reasoning, calculations, rules, settings, at)
      """;

  private static final String COUNT =
      """
      INSERT INTO signal_totals AS t (kind, code, count)
      SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[])
      ON CONFLICT (kind, code) DO UPDATE SET count = t.count + excluded.count
      """;

  private Outcomes() {}

  static void write(Connection connection, Portfolio portfolio, List<Journey> journeys)
      throws SQLException {
    List<Decision> decisions = journeys.stream().map(Journey::decision).toList();
    signals(connection, journeys);
    decisions(connection, portfolio, decisions);
    count(connection, totals(decisions));
  }

  private static void signals(Connection connection, List<Journey> journeys) throws SQLException {
    Columns<Journey> columns = new Columns<>(connection, journeys);
    try (PreparedStatement update = connection.prepareStatement(SIGNALS)) {
      update.setArray(1, columns.uuids(journey -> journey.id().value()));
      update.setArray(2, columns.texts(Journey::status));
      update.setArray(3, columns.texts(journey -> rejection(journey.decision())));
      update.setArray(4, columns.texts(journey -> route(journey.steps())));
      update.setArray(5, columns.instants(journey -> journey.decision().at()));
      if (update.executeUpdate() != journeys.size()) {
        throw new IllegalStateException("a signal was decided by someone else");
      }
    }
  }

  private static void decisions(
      Connection connection, Portfolio portfolio, List<Decision> decisions) throws SQLException {
    long last = last(connection, portfolio);
    List<Long> sequence =
        LongStream.rangeClosed(last + 1, last + decisions.size()).boxed().toList();
    Columns<Decision> columns = new Columns<>(connection, decisions);
    try (PreparedStatement insert = connection.prepareStatement(DECISIONS)) {
      insert.setString(1, portfolio.name());
      insert.setArray(2, new Columns<>(connection, sequence).longs(number -> number));
      insert.setArray(3, columns.uuids(Decision::id));
      insert.setArray(4, columns.uuids(decision -> decision.signalId().value()));
      insert.setArray(5, columns.texts(d -> d.stage() == SignalRoute.CLOSE ? "CLOSING" : "ENTRY"));
      insert.setArray(6, columns.texts(decision -> decision.kind().name()));
      insert.setArray(7, columns.texts(Outcomes::rejection));
      insert.setArray(8, columns.doubles(Decision::confidence));
      insert.setArray(9, columns.ints(Decision::positionSize));
      insert.setArray(10, columns.texts(decision -> decision.stage().name()));
      insert.setArray(11, columns.texts(decision -> reasoning(decision.verdicts())));
      insert.setArray(12, columns.texts(decision -> JsonText.of(decision.calculations())));
      insert.setArray(13, columns.texts(Decision::rulesVersion));
      insert.setArray(14, columns.texts(Decision::settingsVersion));
      insert.setArray(15, columns.instants(Decision::at));
      insert.executeUpdate();
    }
  }

  /** The portfolio's lock is held: nobody else takes the next numbers. */
  private static long last(Connection connection, Portfolio portfolio) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LAST)) {
      query.setString(1, portfolio.name());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** A total's name: a kind and a code within it. */
  record Total(String kind, String code) implements Comparable<Total> {
    @Override
    public int compareTo(Total other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : code.compareTo(other.code);
    }
  }

  private static SortedMap<Total, Long> totals(List<Decision> decisions) {
    SortedMap<Total, Long> totals = new TreeMap<>();
    for (Decision decision : decisions) {
      if (!decision.rejection().map(Rejection::counts).orElse(true)) {
        continue;
      }
      totals.merge(new Total("DECIDED", decision.kind().name()), 1L, Long::sum);
      decision
          .rejection()
          .ifPresent(code -> totals.merge(new Total("REJECTED", code.name()), 1L, Long::sum));
    }
    return totals;
  }

  /** Adds to the totals, in their order, so that no two transactions wait for each other. */
  static void count(Connection connection, SortedMap<Total, Long> totals) throws SQLException {
    Columns<Map.Entry<Total, Long>> columns = new Columns<>(connection, totals.entrySet());
    try (PreparedStatement count = connection.prepareStatement(COUNT)) {
      count.setArray(1, columns.texts(total -> total.getKey().kind()));
      count.setArray(2, columns.texts(total -> total.getKey().code()));
      count.setArray(3, columns.longs(Map.Entry::getValue));
      count.executeUpdate();
    }
  }

  private static @Nullable String rejection(Decision decision) {
    return decision.rejection().map(Rejection::name).orElse(null);
  }

  private static String route(List<Step> steps) {
    return JsonText.of(steps.stream().map(Outcomes::step).toList());
  }

  private static String reasoning(List<Verdict> verdicts) {
    return JsonText.of(verdicts.stream().map(Outcomes::verdict).toList());
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
