package io.strikewire.runner.jdbc;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.event.SignalRoute;
import io.strikewire.pipeline.jdbc.Columns;
import io.strikewire.runner.Journey;
import io.strikewire.signal.Portfolio;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes what became of a portfolio's signals: their statuses and routes, their decisions in order,
 * and the totals; a statement for each.
 */
final class Outcomes {

  /**
   * The status is asked as an expression, so that each signal is looked up by its name. By the
   * index of the undecided, which is empty whenever its statistics are taken, every turn would read
   * all that wait, and all that were decided while some transaction was open.
   */
  static final String SIGNALS =
      """
      UPDATE signals s SET status = o.status, reason = o.reason, route = o.route::json,
                           decided_at = o.at
      FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
        AS o (id, status, reason, route, at)
      WHERE s.id = o.id AND s.status || '' = 'RECEIVED'
      """;

  /**
   * Numbered on from the portfolio's last: its lock is held, so nobody else takes the next numbers.
   */
  private static final String DECISIONS =
      """
      INSERT INTO decisions (portfolio, sequence, id, signal_id, decision_type, decision, rejection,
        confidence, position_size, stage, reasoning, calculations, rules_version, settings_version,
        created_at)
      SELECT ?, (SELECT coalesce(max(sequence), 0) FROM decisions WHERE portfolio = ?) + d.position,
        d.id, d.signal_id, d.type, d.decision, d.rejection, d.confidence, d.size, d.stage,
        d.reasoning::json, d.calculations::json, d.rules, d.settings, d.at
      FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::float8[], ?::int[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
        WITH ORDINALITY AS d (id, signal_id, type, decision, rejection, confidence, size, stage,
                              reasoning, calculations, rules, settings, at, position)
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
    // Nothing of the turn can go on before its texts are there, so they are made side by side.
    List<Outcome> outcomes = journeys.parallelStream().map(Outcome::of).toList();
    signals(connection, outcomes);
    decisions(connection, portfolio, outcomes);
    count(connection, totals(outcomes.stream().map(Outcome::decision).toList()));
  }

  private static void signals(Connection connection, List<Outcome> outcomes) throws SQLException {
    Columns<Outcome> columns = new Columns<>(connection, outcomes);
    try (PreparedStatement update = connection.prepareStatement(SIGNALS)) {
      update.setArray(1, columns.uuids(outcome -> outcome.decision().signalId().value()));
      update.setArray(2, columns.texts(Outcome::status));
      update.setArray(3, columns.texts(Outcome::rejection));
      update.setArray(4, columns.texts(Outcome::route));
      update.setArray(5, columns.instants(outcome -> outcome.decision().at()));
      if (update.executeUpdate() != outcomes.size()) {
        throw new IllegalStateException("a signal was decided by someone else");
      }
    }
  }

  private static void decisions(Connection connection, Portfolio portfolio, List<Outcome> outcomes)
      throws SQLException {
    Columns<Outcome> written = new Columns<>(connection, outcomes);
    Columns<Decision> columns =
        new Columns<>(connection, outcomes.stream().map(Outcome::decision).toList());
    try (PreparedStatement insert = connection.prepareStatement(DECISIONS)) {
      insert.setString(1, portfolio.name());
      insert.setString(2, portfolio.name());
      insert.setArray(3, columns.uuids(Decision::id));
      insert.setArray(4, columns.uuids(decision -> decision.signalId().value()));
      insert.setArray(5, columns.texts(d -> d.stage() == SignalRoute.CLOSE ? "CLOSING" : "ENTRY"));
      insert.setArray(6, columns.texts(decision -> decision.kind().name()));
      insert.setArray(7, written.texts(Outcome::rejection));
      insert.setArray(8, columns.doubles(Decision::confidence));
      insert.setArray(9, columns.ints(Decision::positionSize));
      insert.setArray(10, columns.texts(decision -> decision.stage().name()));
      insert.setArray(11, written.texts(Outcome::reasoning));
      insert.setArray(12, written.texts(Outcome::calculations));
      insert.setArray(13, columns.texts(Decision::rulesVersion));
      insert.setArray(14, columns.texts(Decision::settingsVersion));
      insert.setArray(15, columns.instants(Decision::at));
      insert.executeUpdate();
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
}
