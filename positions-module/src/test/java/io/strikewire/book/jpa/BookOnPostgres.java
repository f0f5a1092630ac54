package io.strikewire.book.jpa;

import io.strikewire.book.BookSettings;
import io.strikewire.book.OrderDelivery;
import io.strikewire.book.OrderSteps;
import io.strikewire.broker.Broker;
import io.strikewire.broker.PaperBroker;
import io.strikewire.broker.PaperDesk;
import io.strikewire.db.Migrations;
import io.strikewire.decision.Decision;
import io.strikewire.event.SignalEvent.Entered;
import io.strikewire.event.SignalEvent.Opening;
import io.strikewire.event.SignalRoute;
import io.strikewire.market.MarketDataMode;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.payload.Payload;
import io.strikewire.position.KillSwitch;
import io.strikewire.position.Position;
import io.strikewire.position.QuoteFeed;
import io.strikewire.position.QuoteFeed.Quote;
import io.strikewire.signal.AuthGrade;
import io.strikewire.signal.Intent;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.Signal;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import io.strikewire.signal.Timeframe;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.hibernate.type.format.FormatMapper;

/** The book on a real server, each step in a transaction of its own, with a clock that is set. */
final class BookOnPostgres extends Clock implements AutoCloseable {

  static final MarketDataMode SUPPLIED = new MarketDataMode.Normal(Instant.EPOCH);
  static final Decision.Versions VERSIONS = new Decision.Versions("1", "test");

  private final EmbeddedPostgres postgres;
  private final EntityManagerFactory factory;
  private volatile Instant now;

  private BookOnPostgres(EmbeddedPostgres postgres, EntityManagerFactory factory, Instant now) {
    this.postgres = postgres;
    this.factory = factory;
    this.now = now;
  }

  static BookOnPostgres start(Instant now) throws IOException, SQLException {
    EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER DATABASE postgres SET timezone TO 'America/Los_Angeles'");
    }
    new Migrations(postgres.getPostgresDatabase()).apply();
    EntityManagerFactory factory =
        Persistence.createEntityManagerFactory(
            "positions",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "hibernate.connection.provider_class",
                "org.hibernate.engine.jdbc.connections.internal.DriverManagerConnectionProviderImpl",
                "hibernate.connection.url",
                postgres.getJdbcUrl("postgres", "postgres"),
                "hibernate.connection.pool_size",
                "24",
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform",
                "hibernate.type.json_format_mapper",
                noJson()));
    return new BookOnPostgres(postgres, factory, now);
  }

  /** Without it Hibernate looks for the server's JSON binding, which is not here. */
  private static Object noJson() {
    return Proxy.newProxyInstance(
        FormatMapper.class.getClassLoader(),
        new Class<?>[] {FormatMapper.class},
        (self, method, arguments) -> {
          throw new UnsupportedOperationException(method.getName());
        });
  }

  /** Empties every table that a test fills. */
  void clear() {
    run(
        rows ->
            Sql.of(
                    rows,
                    "TRUNCATE signals, positions, fills, orders, marks, quotes, exit_decisions,"
                        + " kill_switch, risk_overrides, risk_violations, settlements,"
                        + " paper_orders, processing_errors, fingerprints CASCADE")
                .run());
  }

  <T> T get(Function<EntityManager, T> work) {
    EntityManager rows = factory.createEntityManager();
    try {
      rows.getTransaction().begin();
      T result = work.apply(rows);
      rows.getTransaction().commit();
      return result;
    } finally {
      if (rows.getTransaction().isActive()) {
        rows.getTransaction().rollback();
      }
      rows.close();
    }
  }

  void run(Consumer<EntityManager> work) {
    get(
        rows -> {
          work.accept(rows);
          return true;
        });
  }

  /** How many statements some work sends to the server; a batch is one. */
  long statements(Runnable work) {
    Statistics counted = factory.unwrap(SessionFactory.class).getStatistics();
    counted.setStatisticsEnabled(true);
    try {
      counted.clear();
      work.run();
      return counted.getPrepareStatementCount();
    } finally {
      counted.setStatisticsEnabled(false);
    }
  }

  /** What the container does: every call of the interface is one transaction. */
  <T> T perCall(Class<T> type, Function<EntityManager, T> target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                get(
                    rows -> {
                      try {
                        return method.invoke(target.apply(rows), arguments);
                      } catch (InvocationTargetException failed) {
                        throw new IllegalStateException(failed.getCause());
                      } catch (IllegalAccessException impossible) {
                        throw new IllegalStateException(impossible);
                      }
                    })));
  }

  OrderSteps steps(BookSettings settings) {
    return perCall(OrderSteps.class, rows -> new Dispatch(rows, settings, VERSIONS));
  }

  KillSwitch killSwitch(BookSettings settings) {
    return perCall(KillSwitch.class, rows -> new BrakeDesk(rows, settings));
  }

  QuoteFeed quotes() {
    return perCall(QuoteFeed.class, QuoteRows::new);
  }

  PaperDesk paperDesk() {
    return perCall(PaperDesk.class, PaperOrders::new);
  }

  Broker broker(BookSettings settings, IntUnaryOperator chance) {
    return new PaperBroker(
        settings.paper(), paperDesk(), (contract, at) -> Optional.empty(), chance);
  }

  /** A broker whose faults do not come about. */
  OrderDelivery delivery(BookSettings settings) {
    return new OrderDelivery(steps(settings), broker(settings, bound -> bound - 1), this);
  }

  /** Stores a signal and enters it, as the pipeline does: under the portfolio's lock. */
  Opening enter(BookSettings settings, Signal signal, OptionPrice.Known price, int contracts) {
    return get(
        rows -> {
          PortfolioLock.take(rows, signal.portfolio());
          store(rows, signal);
          Outbox outbox = new Outbox(rows, turns(), settings, VERSIONS);
          Opening opening = outbox.enter(new Entered(signal, price, entry(signal, contracts)), now);
          outbox.end(signal.portfolio());
          return opening;
        });
  }

  /** The memory of one transaction. */
  static EntryTurns turns() {
    Map<Object, Object> resources = new HashMap<>();
    return new EntryTurns(
        (TransactionSynchronizationRegistry)
            Proxy.newProxyInstance(
                TransactionSynchronizationRegistry.class.getClassLoader(),
                new Class<?>[] {TransactionSynchronizationRegistry.class},
                (self, method, arguments) ->
                    method.getName().equals("getResource")
                        ? resources.get(arguments[0])
                        : resources.put(arguments[0], arguments[1])));
  }

  void store(EntityManager rows, Signal signal) {
    Sql.of(
            rows,
            """
            INSERT INTO signals (id, portfolio, source, symbol, timeframe, timestamp, grade,
              metadata, body, next_attempt_at, created_at)
            VALUES (:id, :portfolio, :source, :symbol, '5m', :at, 'HMAC', '{}', '', :at, :at)
            """)
        .with("id", signal.id().value())
        .with("portfolio", signal.portfolio().name())
        .with("source", signal.source())
        .with("symbol", signal.symbol().ticker())
        .with("at", now)
        .run();
  }

  private Decision entry(Signal signal, int contracts) {
    return new Decision(
        signal.id(),
        Decision.Kind.ENTER,
        SignalRoute.DECIDE,
        Optional.empty(),
        70,
        contracts,
        List.of(),
        Map.of(),
        "1",
        "test",
        now);
  }

  /** A signal about a contract. */
  Signal signal(OptionContract contract, Intent intent) {
    return new Signal(
        new SignalId(UUID.randomUUID()),
        Portfolio.MAIN,
        "TRADINGVIEW",
        Optional.empty(),
        new Symbol(contract.root().ticker()),
        intent,
        Timeframe.parse("5m").orElseThrow(),
        now,
        Optional.of(contract),
        Optional.empty(),
        Optional.empty(),
        AuthGrade.HMAC,
        Payload.EMPTY,
        now);
  }

  Signal entry(OptionContract contract) {
    return signal(contract, new Intent.Enter(contract.right()));
  }

  void quote(OptionContract contract, String bid, String ask) {
    quotes()
        .accept(
            List.of(
                new Quote(
                    contract, new BigDecimal(bid), new BigDecimal(ask), Optional.empty(), now)),
            now);
  }

  List<Position> positions() {
    return get(
        rows ->
            rows.createQuery("FROM PositionRow p ORDER BY p.openedAt", PositionRow.class)
                .getResultStream()
                .map(PositionRow::toPosition)
                .toList());
  }

  long count(String sql) {
    return get(rows -> Sql.of(rows, sql).value(Number.class).orElseThrow().longValue());
  }

  /** The lines that the invariants of the deployment find; there must be none. */
  List<String> broken() throws IOException {
    String file = Files.readString(Path.of("..", "deploy", "invariants.sql"));
    List<String> lines = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        var found = statement.executeQuery(file)) {
      while (found.next()) {
        lines.add(found.getString(1) + ' ' + found.getString(2) + ' ' + found.getString(3));
      }
    } catch (SQLException wrong) {
      throw new IllegalStateException(wrong);
    }
    return lines;
  }

  void tick(Duration time) {
    now = now.plus(time);
  }

  void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("one zone is enough");
  }

  @Override
  public void close() throws IOException {
    factory.close();
    postgres.close();
  }
}
