package io.strikewire.book.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.book.BookSettings;
import io.strikewire.book.BookSettingsFixture;
import io.strikewire.book.MarketView;
import io.strikewire.calendar.NyseCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.position.Position;
import io.strikewire.signal.Portfolio;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A look holds the portfolio's lock: signals wait for it. */
class ExitRoundTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static final OptionContract CONTRACT =
      OptionContract.parse("SPY261218C00500000").orElseThrow();
  private static final BookSettings SETTINGS = BookSettingsFixture.usual().settings();

  private static BookOnPostgres book;

  @BeforeAll
  static void start() throws Exception {
    book = BookOnPostgres.start(NOW);
  }

  @AfterAll
  static void stop() throws Exception {
    book.close();
  }

  @Test
  void a_look_at_many_positions_asks_no_more_than_one_at_a_few() {
    open(2);
    look("4.20");
    assertThat(book.statements(() -> look("4.20"))).as("nothing changed").isLessThanOrEqualTo(5);
    book.tick(Duration.ofSeconds(1));
    long few = book.statements(() -> look("4.30"));
    open(10);
    look("4.30");
    book.tick(Duration.ofSeconds(1));
    assertThat(book.statements(() -> look("4.40"))).as("all have new marks").isEqualTo(few);
    assertThat(book.positions())
        .hasSize(12)
        .allSatisfy(held -> assertThat(held.mark().bid()).isEqualByComparingTo("4.40"));
    assertThat(book.count("SELECT count(*) FROM marks WHERE bid = 4.40")).isEqualTo(12);
    assertThat(book.positions()).noneMatch(Position::isClosed);
  }

  private static void open(int positions) {
    for (int i = 0; i < positions; i++) {
      book.enter(SETTINGS, book.entry(CONTRACT), new OptionPrice.Stated(new BigDecimal("4.20")), 1);
    }
    book.delivery(SETTINGS).round();
  }

  private static void look(String price) {
    BigDecimal usd = new BigDecimal(price);
    MarketView market =
        new MarketView(
            Map.of(CONTRACT, new OptionPrice.Quoted(usd, usd, book.instant())), Map.of(), Map.of());
    book.run(
        rows ->
            new ExitRound(rows, SETTINGS, BookOnPostgres.VERSIONS, new NyseCalendar())
                .run(Portfolio.MAIN, market, book.instant()));
  }
}
