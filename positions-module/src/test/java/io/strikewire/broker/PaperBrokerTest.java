package io.strikewire.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.broker.Broker.Execution;
import io.strikewire.broker.Broker.Lookup;
import io.strikewire.broker.Broker.Standing;
import io.strikewire.broker.Broker.Submission;
import io.strikewire.broker.Broker.Ticket;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaperBrokerTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final OptionContract CONTRACT =
      OptionContract.parse("SPY261218C00500000").orElseThrow();
  private static final BigDecimal ALWAYS = BigDecimal.ONE;
  private static final BigDecimal NEVER = BigDecimal.ZERO;
  private static final Market MARKET = market("4.10", "4.20");

  private final Remembering desk = new Remembering();
  private Optional<Market> later = Optional.empty();

  @Test
  void a_buyer_pays_the_ask_and_slippage_and_a_seller_gets_the_bid_less_it() {
    PaperBroker broker = broker(settings("0.01", Duration.ZERO, NEVER, NEVER, NEVER, NEVER, NEVER));
    assertThat(executed(broker, ticket("b", Side.BUY, 4, null)))
        .containsExactly(execution(1, 4, "4.2100", "2.60", "0.08"));
    assertThat(executed(broker, ticket("s", Side.SELL, 4, null)))
        .containsExactly(execution(1, 4, "4.0900", "2.60", "0.08"));
  }

  @Test
  void slippage_stops_at_the_limit_and_a_seller_never_pays() {
    PaperBroker broker = broker(settings("9", Duration.ZERO, NEVER, NEVER, NEVER, NEVER, NEVER));
    assertThat(executed(broker, ticket("b", Side.BUY, 1, "4.25")).get(0).price())
        .isEqualByComparingTo("4.25");
    assertThat(executed(broker, ticket("s", Side.SELL, 1, null)).get(0).price())
        .isEqualByComparingTo("0");
  }

  @Test
  void a_limit_away_from_the_market_rests_until_the_market_comes_to_it() {
    PaperBroker broker = broker(settings("0", Duration.ZERO, NEVER, NEVER, NEVER, NEVER, NEVER));
    assertThat(executed(broker, ticket("b", Side.BUY, 2, "4.00"))).isEmpty();
    later = Optional.of(market("3.90", "4.00"));
    Lookup.Found found = (Lookup.Found) broker.lookup("b", NOW.plusSeconds(5));
    assertThat(found.standing()).isEqualTo(Standing.DONE);
    assertThat(found.executions())
        .singleElement()
        .satisfies(e -> assertThat(e.price()).isEqualByComparingTo("4.00"));
  }

  @Test
  void a_resting_order_can_be_withdrawn_and_then_is_not_executed_any_more() {
    PaperBroker broker = broker(settings("0", Duration.ZERO, NEVER, NEVER, NEVER, NEVER, NEVER));
    broker.submit(ticket("b", Side.BUY, 2, "4.00"), NOW);
    broker.cancel("b", NOW.plusSeconds(1));
    later = Optional.of(market("3.90", "4.00"));
    Lookup.Found found = (Lookup.Found) broker.lookup("b", NOW.plusSeconds(5));
    assertThat(found.standing()).isEqualTo(Standing.CANCELLED);
    assertThat(found.executions()).isEmpty();
  }

  @Test
  void parts_come_one_latency_after_the_other_and_a_withdrawal_between_keeps_the_first() {
    PaperBroker broker =
        broker(settings("0", Duration.ofSeconds(1), ALWAYS, NEVER, NEVER, NEVER, NEVER));
    broker.submit(ticket("b", Side.BUY, 5, null), NOW);
    assertThat(found(broker, NOW).executions()).isEmpty();
    assertThat(found(broker, NOW.plusSeconds(1)).executions())
        .extracting(Execution::quantity)
        .containsExactly(2);
    broker.cancel("b", NOW.plusMillis(1500));
    assertThat(found(broker, NOW.plusSeconds(9)).standing()).isEqualTo(Standing.CANCELLED);
    assertThat(found(broker, NOW.plusSeconds(9)).executions())
        .extracting(Execution::quantity)
        .containsExactly(2);
  }

  @Test
  void an_answer_lost_before_arrival_leaves_nothing_and_one_lost_after_leaves_the_order() {
    PaperBroker before = broker(settings("0", Duration.ZERO, NEVER, NEVER, ALWAYS, NEVER, NEVER));
    assertThat(before.submit(ticket("b", Side.BUY, 1, null), NOW))
        .isInstanceOf(Submission.Unknown.class);
    assertThat(before.lookup("b", NOW)).isInstanceOf(Lookup.Absent.class);
    PaperBroker after = broker(settings("0", Duration.ZERO, NEVER, NEVER, NEVER, ALWAYS, NEVER));
    assertThat(after.submit(ticket("b", Side.BUY, 1, null), NOW))
        .isInstanceOf(Submission.Unknown.class);
    assertThat(found(after, NOW).standing()).isEqualTo(Standing.DONE);
  }

  @Test
  void a_name_is_taken_once_a_refusal_is_told_and_executions_may_be_told_twice() {
    PaperBroker broker = broker(settings("0", Duration.ZERO, NEVER, NEVER, NEVER, NEVER, ALWAYS));
    assertThat(broker.submit(ticket("b", Side.BUY, 1, null), NOW))
        .isInstanceOf(Submission.Accepted.class);
    assertThat(broker.submit(ticket("b", Side.BUY, 1, null), NOW))
        .isInstanceOf(Submission.Refused.class);
    assertThat(found(broker, NOW).executions()).hasSize(2).allMatch(e -> e.id().equals("1"));
    PaperBroker refusing = broker(settings("0", Duration.ZERO, NEVER, ALWAYS, NEVER, NEVER, NEVER));
    assertThat(refusing.submit(ticket("c", Side.BUY, 1, null), NOW))
        .isInstanceOf(Submission.Refused.class);
  }

  private List<Execution> executed(PaperBroker broker, Ticket ticket) {
    assertThat(broker.submit(ticket, NOW)).isInstanceOf(Submission.Accepted.class);
    return ((Lookup.Found) broker.lookup(ticket.clientOrderId(), NOW)).executions();
  }

  private static Lookup.Found found(PaperBroker broker, Instant now) {
    return (Lookup.Found) broker.lookup("b", now);
  }

  private PaperBroker broker(PaperSettings settings) {
    return new PaperBroker(settings, desk, (contract, now) -> later, bound -> 0);
  }

  private static PaperSettings settings(
      String slippage,
      Duration latency,
      BigDecimal partial,
      BigDecimal reject,
      BigDecimal lostBefore,
      BigDecimal lostAfter,
      BigDecimal repeat) {
    return new PaperSettings(
        new BigDecimal("0.65"),
        new BigDecimal("0.02"),
        new BigDecimal(slippage),
        latency,
        partial,
        reject,
        lostBefore,
        lostAfter,
        NEVER,
        repeat);
  }

  private static Ticket ticket(String id, Side side, int quantity, String limit) {
    return new Ticket(
        id, CONTRACT, side, quantity, Optional.ofNullable(limit).map(BigDecimal::new), MARKET);
  }

  private static Market market(String bid, String ask) {
    return new Market(new BigDecimal(bid), new BigDecimal(ask), "QUOTE", NOW);
  }

  private static Execution execution(
      int id, int quantity, String price, String commission, String fee) {
    return new Execution(
        Integer.toString(id),
        quantity,
        new BigDecimal(price),
        new BigDecimal(commission),
        new BigDecimal(fee),
        NOW);
  }

  /** A desk in memory. */
  private static final class Remembering implements PaperDesk {

    private final Map<String, Arrival> arrivals = new HashMap<>();

    @Override
    public Optional<Arrival> find(String id) {
      return Optional.ofNullable(arrivals.get(id));
    }

    @Override
    public boolean arrive(Ticket ticket, Instant at) {
      return arrivals.putIfAbsent(
              ticket.clientOrderId(), new Arrival(ticket, at, Optional.empty(), Optional.empty()))
          == null;
    }

    @Override
    public void cancel(String id, Instant at) {
      Arrival a = arrivals.get(id);
      arrivals.put(id, new Arrival(a.ticket(), a.at(), a.executable(), Optional.of(at)));
    }

    @Override
    public void cross(String id, Market market, Instant at) {
      Arrival a = arrivals.get(id);
      arrivals.put(
          id,
          new Arrival(a.ticket(), a.at(), Optional.of(new Crossing(market, at)), a.cancelledAt()));
    }
  }
}
