package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.event.OrdersChanged;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Order;
import io.strikewire.position.RiskDesk;
import io.strikewire.risk.RiskLimit;
import io.strikewire.risk.RiskLimits;
import io.strikewire.signal.Portfolio;
import jakarta.ejb.Local;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The brakes of the book: the kill switch and the limits. */
@Stateless
@LocalBean
@Local({KillSwitch.class, RiskDesk.class})
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class BrakeDesk implements KillSwitch, RiskDesk {

  /** Why entries are withdrawn when the kill switch is set. */
  public static final String BY_KILL_SWITCH = "KILL_SWITCH";

  private static final String PORTFOLIOS =
      """
      SELECT portfolio FROM orders
        WHERE state IN ('NEW', 'SENT', 'UNKNOWN', 'PARTIALLY_FILLED')
      UNION SELECT portfolio FROM signals WHERE status = 'RECEIVED'
      UNION SELECT portfolio FROM webhook_tokens
      """;

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private Event<OrdersChanged> changed;
  @Inject private BookSettings settings;

  /** For the container. */
  public BrakeDesk() {}

  BrakeDesk(EntityManager rows, BookSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  @Override
  public State state() {
    return new Brakes(rows).state();
  }

  @Override
  public List<State> history() {
    return new Brakes(rows).history(200);
  }

  /**
   * Waits for every portfolio's writer and for all who pass the gate, then changes the state and
   * withdraws what was to be bought, all in one transaction.
   */
  @Override
  public State set(Mode mode, String reason, String by, Instant now) {
    portfolios().forEach(portfolio -> PortfolioLock.take(rows, portfolio));
    PortfolioLock.closeGate(rows);
    State state = new State(mode, reason, now, by);
    new Brakes(rows).add(state);
    if (state.engaged()) {
      Orders orders = orders();
      for (Order entry : orders.workingEntries()) {
        orders.save(entry.withdrawn(BY_KILL_SWITCH, now));
      }
    }
    return state;
  }

  /** What a rule finds that sets the kill switch, if it is not set. */
  public Optional<String> alarm(Instant now) {
    if (state().engaged()) {
      return Optional.empty();
    }
    long unknown = orders().unknownSince(now.minus(settings.brakes().unknownFor()));
    if (unknown >= settings.brakes().maxUnknown()) {
      return Optional.of(unknown + " orders without an answer from the broker");
    }
    return new Holdings(rows)
        .invested().stream()
            .map(portfolio -> loss(portfolio, now))
            .filter(loss -> loss.compareTo(settings.brakes().maxLoss()) > 0)
            .findFirst()
            .map(loss -> loss + " USD lost today, at most " + settings.brakes().maxLoss());
  }

  private BigDecimal loss(Portfolio portfolio, Instant now) {
    return new RiskRows(rows).profitToday(portfolio, now).negate();
  }

  @Override
  public Report report(Portfolio portfolio, Instant now) {
    RiskRows risk = new RiskRows(rows);
    RiskLimits limits = risk.inForce(settings.entries().limits(), now);
    RiskLimits.Use use = risk.tally(portfolio, now).total();
    List<LimitOverride> overrides = risk.overrides(now);
    Set<String> overridden =
        overrides.stream().map(LimitOverride::name).collect(Collectors.toSet());
    return new Report(
        portfolio,
        Arrays.stream(RiskLimit.values())
            .map(
                limit ->
                    new RiskDesk.Use(
                        limit.label(),
                        used(limit, use, risk, portfolio),
                        limits.limits().get(limit),
                        overridden.contains(limit.label())))
            .toList(),
        overrides,
        risk.violations(portfolio));
  }

  @Override
  public LimitOverride override(LimitOverride wished) {
    new RiskRows(rows).add(wished);
    return wished;
  }

  /** In the turn's own transaction, so that a turn takes no second connection for it. */
  @Override
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public Optional<BigDecimal> overriddenExposure(Instant now) {
    return new RiskRows(rows)
        .overrides(now).stream()
            .filter(override -> override.name().equals(RiskLimit.TOTAL_EXPOSURE.label()))
            .map(LimitOverride::limit)
            .reduce((earlier, later) -> later);
  }

  private static BigDecimal used(
      RiskLimit limit, RiskLimits.Use use, RiskRows risk, Portfolio portfolio) {
    return switch (limit) {
      case CONTRACTS_PER_POSITION -> risk.largestPosition(portfolio);
      case CONTRACTS_PER_SYMBOL -> risk.largestSymbol(portfolio);
      case TOTAL_EXPOSURE -> use.exposure();
      case OPEN_POSITIONS -> BigDecimal.valueOf(use.positions());
      case DAILY_LOSS -> use.profitToday().negate().max(BigDecimal.ZERO);
      case ORDERS_PER_MINUTE -> BigDecimal.valueOf(use.ordersInLastMinute());
      case PRICE_COLLAR -> BigDecimal.ZERO;
    };
  }

  private Set<Portfolio> portfolios() {
    Set<String> names = new TreeSet<>(Set.of(Portfolio.MAIN.name()));
    Sql.of(rows, PORTFOLIOS).rows().forEach(row -> names.add(row.get(0, String.class)));
    return names.stream()
        .map(Portfolio::new)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  private Orders orders() {
    return new Orders(rows, changed == null ? event -> {} : changed::fire);
  }
}
