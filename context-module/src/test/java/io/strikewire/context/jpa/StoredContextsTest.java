package io.strikewire.context.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.config.SettingsReader;
import io.strikewire.context.ContextSettings;
import io.strikewire.context.HitCount;
import io.strikewire.context.history.BarHistory;
import io.strikewire.context.history.DailyBar;
import io.strikewire.context.history.Pictures;
import io.strikewire.db.Migrations;
import io.strikewire.market.Figure;
import io.strikewire.market.MarketContext;
import io.strikewire.market.MarketDataMode;
import io.strikewire.market.Snapshot;
import io.strikewire.market.Trend;
import io.strikewire.payload.Payload;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.type.format.FormatMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredContextsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

  private static EmbeddedPostgres postgres;
  private static EntityManagerFactory factory;

  private EntityManager rows;
  private StoredContexts contexts;

  @BeforeAll
  static void start() throws Exception {
    postgres = EmbeddedPostgres.builder().start();
    new Migrations(postgres.getPostgresDatabase()).apply();
    factory =
        Persistence.createEntityManagerFactory(
            "context",
            Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.nonJtaDataSource",
                postgres.getPostgresDatabase(),
                "hibernate.transaction.jta.platform",
                "org.hibernate.engine.transaction.jta.platform.internal.NoJtaPlatform",
                "hibernate.type.json_format_mapper",
                noJson()));
  }

  @AfterAll
  static void stop() throws Exception {
    factory.close();
    postgres.close();
  }

  @BeforeEach
  void begin() {
    rows = factory.createEntityManager();
    rows.getTransaction().begin();
    contexts =
        new StoredContexts(
            rows,
            ContextSettings.read(new SettingsReader(name -> Optional.empty())),
            new HitCount(),
            new Pictures(new StoredBars(rows)));
  }

  @AfterEach
  void undo() {
    rows.getTransaction().rollback();
    rows.close();
  }

  @Test
  void the_last_mode_of_the_market_data_is_remembered_with_its_reason() {
    ModeRows modes = new ModeRows(rows);
    assertThat(modes.last()).isEmpty();
    MarketDataMode lost = new MarketDataMode.Degraded(NOW, "the provider answered 503");
    MarketDataMode found = new MarketDataMode.Normal(NOW.plusSeconds(60));
    modes.keep(lost);
    assertThat(modes.last()).hasValue(lost);
    modes.keep(found);
    assertThat(modes.newest()).containsExactly(found, lost);
  }

  @Test
  void nothing_reported_is_missing() {
    assertThat(contexts.latest(NOW)).isInstanceOf(Snapshot.Missing.class);
    assertThat(contexts.hitRate()).isZero();
  }

  @Test
  void a_report_comes_back_as_it_was() {
    accept(1, "2026-11-23T14:59:00.123456Z", NOW);
    rows.flush();
    rows.clear();

    MarketContext context = contexts.latest(NOW).reading().orElseThrow();
    assertThat(context.id()).isEqualTo(new UUID(0, 1));
    assertThat(context.price())
        .hasValueSatisfying(usd -> assertThat(usd).isEqualByComparingTo("502.1"));
    assertThat(context.timeframe()).hasToString("5m");
    assertThat(context.vix()).isEqualTo(14.8);
    assertThat(context.asOf()).isEqualTo("2026-11-23T14:59:00.123456Z");
    assertThat(contexts.hitRate()).isEqualTo(1);
  }

  @Test
  void the_newest_report_speaks_and_of_two_for_one_moment_the_later_stored() {
    accept(1, "2026-11-23T14:50:00Z", NOW);
    accept(3, "2026-11-23T14:59:00Z", NOW.plusSeconds(1));
    accept(2, "2026-11-23T14:59:00Z", NOW);

    assertThat(contexts.latest(NOW).reading().orElseThrow().id()).isEqualTo(new UUID(0, 3));
  }

  @Test
  void a_report_from_more_than_a_minute_ahead_is_not_seen_yet() {
    accept(1, "2026-11-23T14:59:00Z", NOW);
    accept(2, "2026-11-23T15:02:00Z", NOW.plusSeconds(60));

    assertThat(contexts.latest(NOW).reading().orElseThrow().id()).isEqualTo(new UUID(0, 1));
    assertThat(contexts.latest(NOW.plusSeconds(60)).reading().orElseThrow().id())
        .isEqualTo(new UUID(0, 2));
  }

  @Test
  void a_report_with_mistakes_is_not_stored() {
    assertThat(contexts.accept(new UUID(0, 1), Payload.EMPTY, NOW)).hasSize(3);
    assertThat(contexts.latest(NOW)).isInstanceOf(Snapshot.Missing.class);
  }

  @Test
  void what_bars_say_takes_the_place_of_what_a_sender_says() {
    StoredBars bars = new StoredBars(rows);
    List<DailyBar> rising = new ArrayList<>();
    List<DailyBar> calm = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      LocalDate day = LocalDate.of(2026, 11, 20).minusDays(99 - i);
      rising.add(new DailyBar(day, 100 + i, 101 + i, 99 + i, 100.5 + i, 1000));
      calm.add(new DailyBar(day, 14, 15, 13, 14 + i % 3, 0));
    }
    bars.keep(BarHistory.MARKET, rising, "test");
    bars.keep(BarHistory.VIX, calm, "test");
    bars.keep(BarHistory.VIX, calm, "again");
    assertThat(bars.upTo(BarHistory.VIX, LocalDate.of(2026, 11, 19), 2))
        .containsExactlyElementsOf(calm.subList(97, 99));

    accept(1, "2026-11-23T14:59:00Z", NOW);
    rows.flush();
    rows.clear();
    MarketContext context = contexts.latest(NOW).reading().orElseThrow();
    assertThat(context.trend()).isEqualTo(Trend.BULLISH);
    assertThat(context.bias()).isEqualTo(1);
    assertThat(context.figures())
        .contains(
            new Figure(
                "claimed.trend", "NEUTRAL", "webhook", Instant.parse("2026-11-23T14:59:00Z")),
            new Figure(
                "computed.trend",
                "BULLISH",
                "SPY and VIX daily bars",
                Instant.parse("2026-11-20T21:00:00Z")));
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

  private void accept(long id, String asOf, Instant now) {
    Payload body =
        Payload.of(
            Map.of(
                "ticker",
                "SPY",
                "price",
                new BigDecimal("502.1"),
                "timeframe",
                "5m",
                "timestamp",
                asOf,
                "volatility",
                Payload.of(Map.of("vix", new BigDecimal("14.8")))));
    assertThat(contexts.accept(new UUID(0, id), body, now)).isEmpty();
  }
}
