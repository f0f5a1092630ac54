package io.strikewire.book.jpa;

import io.strikewire.book.PositionOrders;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.exit.ExitReason;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.signal.SignalId;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders positions to be sold and writes down why. Works under the portfolio's lock. */
final class Exits {

  private static final String DECISION =
      """
      INSERT INTO exit_decisions (id, position_id, decision, reason, priority, contracts, price,
        price_basis, unrealized_pnl, reasoning, inputs, rules_version, settings_version, created_at)
      VALUES (:id, :position, :decision, NULLIF(:reason, ''), NULLIF(:priority, 0), :contracts,
        :price, :basis, :pnl,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('rule', v.rule, 'outcome', v.outcome,
           'detail', v.detail)), '[]')
         FROM unnest(:rules, :outcomes, :details) AS v (rule, outcome, detail)),
        jsonb_object(:inputs, :values), :rulesVersion, :settingsVersion, :at)
      """;

  private static final String NUMBER =
      "SELECT count(*) FROM exit_decisions WHERE position_id = :position";

  private final EntityManager rows;
  private final Orders orders;

  Exits(EntityManager rows, Orders orders) {
    this.rows = rows;
    this.orders = orders;
  }

  /**
   * Orders so many contracts to be sold, at most what no order sells yet; what is still to be
   * bought is withdrawn when everything is to go.
   */
  Optional<Order> sell(
      Position position,
      int contracts,
      String reason,
      Optional<SignalId> cause,
      Market market,
      Instant now) {
    PositionOrders all = orders.of(position.id());
    if (contracts >= position.quantity()) {
      all.orders().stream()
          .filter(order -> order.isEntry() && !order.state().isTerminal())
          .forEach(order -> orders.save(order.withdrawn(reason, now)));
    }
    int available = Math.min(contracts, all.unsold(position.quantity()));
    if (available <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        orders.place(
            Order.placed(
                Order.exitName(position.id(), all.sales() + 1),
                cause,
                position.id(),
                position.portfolio(),
                position.symbol(),
                position.contract(),
                Side.SELL,
                reason,
                Optional.empty(),
                available,
                market,
                now)));
  }

  /** Writes down that a sale was not a rule's but came for this reason. */
  void decided(
      Position position,
      Order sale,
      ExitGrounds grounds,
      List<Verdict> verdicts,
      Decision.Versions versions,
      Instant now) {
    decided(
        position,
        "EXIT",
        Optional.of(sale.reason()),
        sale.quantity(),
        grounds,
        verdicts,
        versions,
        now);
  }

  /** Writes a decision about a position down. */
  void decided(
      Position position,
      String decision,
      Optional<String> reason,
      int contracts,
      ExitGrounds grounds,
      List<Verdict> verdicts,
      Decision.Versions versions,
      Instant now) {
    long number =
        Sql.of(rows, NUMBER).with("position", position.id()).value(Long.class).orElseThrow();
    UUID id =
        UUID.nameUUIDFromBytes(
            ("exit:" + position.id() + ':' + number).getBytes(StandardCharsets.UTF_8));
    Map<String, String> inputs = new LinkedHashMap<>(grounds.facts());
    Map<String, Object> arguments =
        Map.ofEntries(
            Map.entry("id", id),
            Map.entry("position", position.id()),
            Map.entry("decision", decision),
            Map.entry("contracts", contracts),
            Map.entry("rules", texts(verdicts.stream().map(Verdict::rule).toList())),
            Map.entry("outcomes", texts(verdicts.stream().map(v -> v.outcome().name()).toList())),
            Map.entry("details", texts(verdicts.stream().map(Verdict::detail).toList())),
            Map.entry("inputs", texts(List.copyOf(inputs.keySet()))),
            Map.entry("values", texts(List.copyOf(inputs.values()))),
            Map.entry("reason", reason.orElse("")),
            Map.entry("priority", priority(reason)),
            Map.entry("pnl", position.unrealizedPnl()),
            Map.entry("price", position.mark().bid()),
            Map.entry("basis", position.priceBasis()),
            Map.entry("rulesVersion", versions.rules()),
            Map.entry("settingsVersion", versions.settings()),
            Map.entry("at", now));
    var insert = Sql.of(rows, DECISION);
    arguments.forEach(insert::with);
    insert.run();
  }

  /** A rule's place in the order in which rules are asked; 0 when none decided. */
  private static int priority(Optional<String> reason) {
    return Arrays.stream(ExitReason.values())
        .filter(rule -> reason.filter(rule.name()::equals).isPresent())
        .mapToInt(rule -> rule.ordinal() + 1)
        .findFirst()
        .orElse(0);
  }

  private static String[] texts(List<String> texts) {
    return texts.toArray(String[]::new);
  }
}
