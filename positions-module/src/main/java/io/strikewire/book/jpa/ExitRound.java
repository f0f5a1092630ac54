package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.book.ExitMarket;
import io.strikewire.book.MarketView;
import io.strikewire.book.PositionOrders;
import io.strikewire.book.Supply;
import io.strikewire.decision.Decision;
import io.strikewire.decision.Verdict;
import io.strikewire.event.OrdersChanged;
import io.strikewire.exit.ExitDecision;
import io.strikewire.exit.ExitGrounds;
import io.strikewire.exit.ExitPolicy;
import io.strikewire.exit.ExitQuestion;
import io.strikewire.exit.Holding;
import io.strikewire.expiry.Expiry;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.KillSwitch.Mode;
import io.strikewire.position.Market;
import io.strikewire.position.Order;
import io.strikewire.position.OrderState;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks at everything open in a portfolio once: values it, settles what expired, and asks the exit
 * policy. One transaction under the portfolio's lock.
 */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ExitRound {

  private static final Duration REPEAT_AFTER = Duration.ofSeconds(10);

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private Event<OrdersChanged> changed;
  @Inject private BookSettings settings;
  @Inject private Decision.Versions versions;
  @Inject private TradingCalendar calendar;

  /** For the container. */
  public ExitRound() {}

  ExitRound(
      EntityManager rows,
      BookSettings settings,
      Decision.Versions versions,
      TradingCalendar calendar) {
    this.rows = rows;
    this.settings = settings;
    this.versions = versions;
    this.calendar = calendar;
  }

  /** Looks at a portfolio, in a transaction of its own. */
  public void run(Portfolio portfolio, MarketView market, Instant now) {
    PortfolioLock.take(rows, portfolio);
    Mode mode = new Brakes(rows).state().mode();
    Map<UUID, PositionOrders> orders = orders().ofOpen(portfolio);
    for (Position position : marked(new Holdings(rows).open(portfolio), market, now)) {
      PositionOrders ordered = orders.getOrDefault(position.id(), PositionOrders.NONE);
      if (!Expiry.moment(position.contract(), calendar).isAfter(now)) {
        new Settlements(rows, orders(), calendar).settle(position, market, versions, now);
      } else if (mode != Mode.HALTED && !repeat(position, ordered, market, now)) {
        judge(position, ordered, market, now);
      }
    }
  }

  /** The positions, valued at what is known now. */
  private List<Position> marked(List<Position> positions, MarketView market, Instant now) {
    Map<UUID, Market> newer = new LinkedHashMap<>();
    for (Position position : positions) {
      if (market.price(position.contract()) instanceof OptionPrice.Known known) {
        Market mark = Market.of(known, now);
        if (!mark.equals(position.mark()) && !mark.at().isBefore(position.mark().at())) {
          newer.put(position.id(), mark);
        }
      }
    }
    Holdings holdings = new Holdings(rows);
    holdings.mark(newer);
    return positions.stream()
        .map(
            position ->
                newer.containsKey(position.id())
                    ? holdings.find(position.id()).orElseThrow()
                    : position)
        .toList();
  }

  /** A sale that the broker refused is ordered again: an exit is never given up. */
  private boolean repeat(
      Position position, PositionOrders ordered, MarketView market, Instant now) {
    Optional<Order> refused =
        ordered
            .lastSale()
            .filter(order -> order.state() == OrderState.REJECTED)
            .filter(order -> ordered.unsold(position.quantity()) == position.quantity());
    refused
        .filter(order -> !order.updatedAt().plus(REPEAT_AFTER).isAfter(now))
        .ifPresent(
            order ->
                new Exits(rows, orders())
                    .sell(
                        position,
                        order.remaining(),
                        order.reason(),
                        order.signalId(),
                        market(position, market, now),
                        now));
    return refused.isPresent();
  }

  private void judge(Position position, PositionOrders ordered, MarketView market, Instant now) {
    Exits exits = new Exits(rows, orders());
    int unsold = ordered.unsold(position.quantity());
    if (unsold == 0 || position.entryPrice().signum() == 0) {
      return;
    }
    ExitQuestion question =
        new ExitQuestion(
            holding(position, unsold, ordered.partialsTaken(), now),
            Optional.of(position.mark().bid()),
            market.gex(position.symbol()),
            now);
    ExitDecision decision = new ExitPolicy(settings.exits(), calendar).decide(question);
    ExitGrounds grounds = new ExitGrounds.Rules(question, settings.exits());
    List<Verdict> verdicts = Supply.noted(decision.report().verdicts(), market.mode());
    if (decision instanceof ExitDecision.Exit exit) {
      if (!exit.executableAt().isAfter(now)) {
        sell(position, exit, exits, market(position, market, now), grounds, verdicts, now);
      }
    } else {
      hold(position, decision, exits, grounds, verdicts, now);
    }
  }

  private Holding holding(Position position, int unsold, int partialsTaken, Instant now) {
    boolean fresh = settings.marks().isFresh(position.mark().at(), now);
    return new Holding(
        position.symbol(),
        position.contract().right(),
        unsold,
        position.entryPrice(),
        fresh ? Optional.of(position.mark().bid()) : Optional.empty(),
        position.openedAt(),
        Optional.of(position.contract().expiration()),
        Optional.of(position.bestPrice()),
        partialsTaken,
        Optional.of(position.contract()));
  }

  private void sell(
      Position position,
      ExitDecision.Exit exit,
      Exits exits,
      Market market,
      ExitGrounds grounds,
      List<Verdict> verdicts,
      Instant now) {
    exits
        .sell(position, exit.contracts(), exit.reason().name(), Optional.empty(), market, now)
        .ifPresent(
            order ->
                exits.decided(
                    position,
                    "EXIT",
                    Optional.of(exit.reason().name()),
                    order.quantity(),
                    grounds,
                    verdicts,
                    versions,
                    now));
  }

  /** Holding is written down when its reasons are others than before. */
  private void hold(
      Position position,
      ExitDecision decision,
      Exits exits,
      ExitGrounds grounds,
      List<Verdict> verdicts,
      Instant now) {
    String kind = decision instanceof ExitDecision.NoPrice ? "NO_FRESH_MARK" : "HOLD";
    String reasons =
        verdicts.stream()
            .map(verdict -> verdict.rule() + ' ' + verdict.outcome())
            .collect(Collectors.joining(", ", kind + ": ", ""));
    if (new Holdings(rows).holdsForOtherReasons(position.id(), reasons)) {
      Optional<String> reason =
          kind.equals("HOLD") ? Optional.empty() : Optional.of("NO_FRESH_MARK");
      exits.decided(position, "HOLD", reason, 0, grounds, verdicts, versions, now);
    }
  }

  private static Market market(Position position, MarketView market, Instant now) {
    return ExitMarket.of(market.price(position.contract()), position, Optional.empty(), now);
  }

  private Orders orders() {
    return new Orders(rows, changed == null ? event -> {} : changed::fire);
  }
}
