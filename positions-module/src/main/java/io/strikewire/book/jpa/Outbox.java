package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.book.ClosingReport;
import io.strikewire.book.EntryOrder;
import io.strikewire.book.ExitMarket;
import io.strikewire.book.Supply;
import io.strikewire.book.jpa.EntryTurn.Violated;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.event.OrdersChanged;
import io.strikewire.event.SignalEvent.Closing;
import io.strikewire.event.SignalEvent.ClosingRequested;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Opening;
import io.strikewire.event.SignalEvent.OrderPlaced;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.market.MarketDataMode;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Order;
import io.strikewire.position.Position;
import io.strikewire.risk.RiskLimits;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Turns decisions into orders, in the decision's own transaction and under its portfolio's lock:
 * either both are there or neither is.
 */
@Stateless
@LocalBean
public class Outbox {

  /** Why a position is sold that a closing signal named. */
  static final String BY_SIGNAL = "SIGNAL";

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private EntryTurns turns;
  @Inject private Event<OrdersChanged> changed;
  @Inject private BookSettings settings;
  @Inject private Decision.Versions versions;

  /** For the container. */
  public Outbox() {}

  Outbox(EntityManager rows, EntryTurns turns, BookSettings settings, Decision.Versions versions) {
    this.rows = rows;
    this.turns = turns;
    this.settings = settings;
    this.versions = versions;
  }

  /** Orders what was decided, or refuses. */
  public Opening enter(Entered entered, Instant now) {
    Signal signal = entered.signal();
    EntryTurn turn = turns.of(signal.portfolio(), () -> begin(signal.portfolio(), now));
    EntryOrder.Result result = asked(entered, turn, now);
    result
        .violated()
        .ifPresent(judgement -> turn.violations().add(new Violated(signal.id(), judgement, now)));
    if (result.opening() instanceof OrderPlaced placed) {
      turn.tally().add(orders().place(placed.order()));
    }
    return result.opening();
  }

  /** What would become of an entry now; orders nothing and waits for nobody. */
  public Opening considered(Entered entered, Instant now) {
    return asked(entered, read(entered.signal().portfolio(), now), now).opening();
  }

  private EntryOrder.Result asked(Entered entered, EntryTurn turn, Instant now) {
    EntryOrder policy = settings.entries();
    return new EntryOrder(turn.limits(), policy.liquidity(), policy.limitOffset())
        .of(entered, turn.brake(), turn.tally().use(entered.signal().symbol()), now);
  }

  private EntryTurn begin(Portfolio portfolio, Instant now) {
    PortfolioLock.passGate(rows);
    return read(portfolio, now);
  }

  private EntryTurn read(Portfolio portfolio, Instant now) {
    RiskRows risk = new RiskRows(rows);
    return new EntryTurn(
        new Brakes(rows).state(),
        risk.inForce(settings.entries().limits(), now),
        risk.tally(portfolio, now));
  }

  /** Remembers an entry that ran into the limit of the exposure before it came here. */
  public void overExposed(Decision decision) {
    turns.overExposed().add(decision);
  }

  /** Writes down which entries of the turn ran into a limit. */
  public void end(Portfolio portfolio) {
    List<Decision> overExposed = turns.overExposed();
    if (!overExposed.isEmpty()) {
      RiskRows risk = new RiskRows(rows);
      RiskLimits limits = risk.inForce(settings.entries().limits(), overExposed.get(0).at());
      risk.violated(
          portfolio,
          overExposed.stream()
              .map(
                  decision ->
                      new Violated(decision.signalId(), limits.exposureOf(decision), decision.at()))
              .toList());
      overExposed.clear();
    }
    turns
        .known(portfolio)
        .map(EntryTurn::violations)
        .filter(violations -> !violations.isEmpty())
        .ifPresent(
            violations -> {
              new RiskRows(rows).violated(portfolio, violations);
              violations.clear();
            });
  }

  /**
   * Orders what is open to be sold, and withdraws what is still to be bought.
   *
   * @param prices what a position's contract is worth
   * @param mode how well the service is supplied with market data
   */
  public Closing close(
      ClosingRequested event,
      Function<Position, OptionPrice> prices,
      MarketDataMode mode,
      Instant now) {
    Signal signal = event.signal();
    end(signal.portfolio());
    turns.forget(signal.portfolio());
    Orders orders = orders();
    Exits exits = new Exits(rows, orders);
    List<Order> withdrawn = new ArrayList<>();
    for (Order entry :
        orders.workingEntries(signal.portfolio(), signal.symbol(), signal.intent().side())) {
      withdrawn.add(orders.save(entry.withdrawn(BY_SIGNAL, now)));
    }
    List<Order> sales = new ArrayList<>();
    for (Position position :
        new Holdings(rows).open(signal.portfolio(), signal.symbol(), signal.intent().side())) {
      exits
          .sell(
              position,
              position.quantity(),
              BY_SIGNAL,
              Optional.of(signal.id()),
              ExitMarket.of(prices.apply(position), position, Optional.of(signal), now),
              now)
          .ifPresent(
              sale -> {
                sales.add(sale);
                ExitGrounds wish = new ExitGrounds.Wish("signal " + signal.id());
                exits.decided(position, sale, wish, asked(signal, mode), versions, now);
              });
    }
    return ClosingReport.of(signal, sales, withdrawn, mode, versions, now);
  }

  private static List<Verdict> asked(Signal signal, MarketDataMode mode) {
    return Supply.noted(
        List.of(Verdict.fail(BY_SIGNAL, "asked for by signal " + signal.id())), mode);
  }

  private Orders orders() {
    Consumer<OrdersChanged> tell = changed == null ? event -> {} : changed::fire;
    return new Orders(rows, tell);
  }
}
