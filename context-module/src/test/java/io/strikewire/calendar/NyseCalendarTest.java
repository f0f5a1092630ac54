package io.strikewire.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.strikewire.market.TradingCalendar;
import io.strikewire.market.TradingCalendar.Session;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Symbol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NyseCalendarTest {

  private static final Symbol AAPL = new Symbol("AAPL");
  private static final Symbol SPY = new Symbol("SPY");

  private final TradingCalendar calendar = new NyseCalendar();

  @Test
  void every_day_of_2024_to_2027_is_as_announced() throws IOException {
    Map<LocalDate, String> announced = new HashMap<>();
    for (String[] row : rows(resource("nyse_calendar_2024_2027.csv"))) {
      announced.put(LocalDate.parse(row[0]), row[1].equals("CLOSED") ? "closed" : row[2]);
    }
    assertThat(announced).hasSize(50);

    List<String> differences = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2024-01-01");
        day.getYear() <= 2027;
        day = day.plusDays(1)) {
      String usual = day.getDayOfWeek().getValue() >= 6 ? "closed" : "16:00:00";
      String expected = LocalTimeText.of(announced.getOrDefault(day, usual));
      String actual = closeOn(day);
      if (!expected.equals(actual)) {
        differences.add(day + " expected " + expected + " was " + actual);
      }
    }
    assertThat(differences).isEmpty();
  }

  @Test
  void every_session_since_1990_opened_and_closed_as_recorded() throws IOException {
    Map<LocalDate, String> recorded = new HashMap<>();
    LocalDate last = LocalDate.MIN;
    for (String[] row : rows(new GZIPInputStream(resource("xnys_sessions_1990_2023.csv.gz")))) {
      LocalDate day = LocalDate.parse(row[0].substring(0, 10));
      recorded.put(day, Instant.parse(row[1]) + " " + Instant.parse(row[2]));
      last = day;
    }
    assertThat(recorded).hasSize(8324);

    List<String> differences = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("1990-01-01"); !day.isAfter(last); day = day.plusDays(1)) {
      String expected = recorded.getOrDefault(day, "closed");
      String actual =
          calendar.session(day, AAPL).map(s -> s.open() + " " + s.close()).orElse("closed");
      if (!expected.equals(actual)) {
        differences.add(day + " expected " + expected + " was " + actual);
      }
    }
    assertThat(differences).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06, 2026-03-06T14:30:00Z, 2026-03-06T21:00:00Z", // winter time
    "2026-03-09, 2026-03-09T13:30:00Z, 2026-03-09T20:00:00Z", // the Monday after clocks went on
    "2026-10-30, 2026-10-30T13:30:00Z, 2026-10-30T20:00:00Z", // summer time
    "2026-11-02, 2026-11-02T14:30:00Z, 2026-11-02T21:00:00Z" // the Monday after clocks went back
  })
  void a_session_holds_from_its_open_to_just_before_its_close(
      LocalDate day, Instant open, Instant close) {
    Session session = calendar.session(day, AAPL).orElseThrow();

    assertThat(session.contains(open.minusMillis(1))).isFalse();
    assertThat(session.contains(open)).isTrue();
    assertThat(session.contains(open.plusMillis(1))).isTrue();
    assertThat(session.contains(close.minusMillis(1))).isTrue();
    assertThat(session.contains(close)).isFalse();
    assertThat(session.contains(close.plusMillis(1))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"SPY", "QQQ", "IWM", "DIA", "SPX"})
  void options_on_broad_indices_trade_a_quarter_of_an_hour_longer(String ticker) {
    Symbol broad = new Symbol(ticker);
    assertThat(calendar.session(LocalDate.parse("2026-11-25"), broad).orElseThrow().close())
        .isEqualTo("2026-11-25T21:15:00Z");
    assertThat(calendar.session(LocalDate.parse("2026-11-27"), broad).orElseThrow().close())
        .isEqualTo("2026-11-27T18:15:00Z");
  }

  @Test
  void a_half_day_says_that_it_is_one() {
    assertThat(calendar.session(LocalDate.parse("2026-12-24"), SPY).orElseThrow().early()).isTrue();
    assertThat(calendar.session(LocalDate.parse("2026-12-23"), SPY).orElseThrow().early())
        .isFalse();
  }

  @Test
  void a_state_funeral_closes_the_exchange() {
    assertThat(calendar.isTradingDay(LocalDate.parse("2025-01-09"))).isFalse();
    assertThat(calendar.session(LocalDate.parse("2025-01-09"), SPY)).isEmpty();
  }

  @Test
  void every_session_of_both_records_turns_exactly_at_its_open_and_close_in_each_class()
      throws IOException {
    List<String> wrong = new ArrayList<>();
    int sessions = 0;
    for (String[] row : rows(new GZIPInputStream(resource("xnys_sessions_1990_2023.csv.gz")))) {
      LocalDate day = LocalDate.parse(row[0].substring(0, 10));
      turns(day, AAPL, Instant.parse(row[1]), Instant.parse(row[2]), wrong);
      turns(day, SPY, Instant.parse(row[1]), Instant.parse(row[2]).plusSeconds(900), wrong);
      sessions++;
    }
    for (LocalDate day = LocalDate.parse("2024-01-01");
        day.getYear() <= 2027;
        day = day.plusDays(1)) {
      Optional<Session> session = calendar.session(day, AAPL);
      if (session.isPresent()) {
        turns(day, AAPL, session.get().open(), session.get().close(), wrong);
        turns(day, SPY, session.get().open(), session.get().close().plusSeconds(900), wrong);
        sessions++;
      }
    }
    assertThat(sessions).isGreaterThan(9_300);
    assertThat(wrong).isEmpty();
  }

  private void turns(
      LocalDate day, Symbol symbol, Instant open, Instant close, List<String> wrong) {
    Session session = calendar.session(day, symbol).orElseThrow();
    boolean right =
        !session.contains(open.minusMillis(1))
            && session.contains(open)
            && session.contains(open.plusMillis(1))
            && session.contains(close.minusMillis(1))
            && !session.contains(close)
            && !session.contains(close.plusMillis(1));
    if (!right) {
      wrong.add(day + " " + symbol + " " + session);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPXW261127P06000000, 2026-11-27, 2026-11-27T18:00:00Z", // half day: 13:00, not 13:15
    "SPXW261125P06000000, 2026-11-25, 2026-11-25T21:00:00Z", // its last day: 16:00
    "SPXW261202P06000000, 2026-11-25, 2026-11-25T21:15:00Z", // not its last day
    "SPX261218C06000000, 2026-12-17, 2026-12-17T21:15:00Z", // settles on Friday morning
    "SPX261223C06000000, 2026-12-23, 2026-12-23T21:00:00Z", // not a monthly: settles at the close
    "SPY261218C00500000, 2026-12-18, 2026-12-18T21:15:00Z", // a fund's options trade late to the
    // end
    "AAPL261218C00200000, 2026-12-18, 2026-12-18T21:00:00Z"
  })
  void an_options_last_day_ends_as_its_settlement_wants(String occ, LocalDate day, Instant close) {
    OptionContract contract = OptionContract.parse(occ).orElseThrow();
    assertThat(calendar.session(day, contract).orElseThrow().close()).isEqualTo(close);
  }

  @ParameterizedTest
  @CsvSource({
    "SPX261218C06000000, 2026-12-17", // third Friday: trades last on Thursday
    "SPX260618C06000000, 2026-06-17", // Juneteenth on the Friday: expires on Thursday
    "VIX261216C00020000, 2026-12-15", // a Wednesday morning
    "SPXW261218C06000000, 2026-12-18",
    "AAPL261225C00200000, 2026-12-24" // Christmas
  })
  void an_options_last_trading_day_is_known(String occ, LocalDate last) {
    OptionContract contract = OptionContract.parse(occ).orElseThrow();
    assertThat(calendar.lastTradingDay(contract)).isEqualTo(last);
    assertThat(calendar.session(last.plusDays(1), contract)).isEmpty();
  }

  private String closeOn(LocalDate day) {
    return calendar
        .session(day, AAPL)
        .map(s -> s.close().atZone(TradingCalendar.NEW_YORK).toLocalTime().toString())
        .orElse("closed");
  }

  private static List<String[]> rows(InputStream csv) throws IOException {
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(csv, UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(NyseCalendarTest.class.getResourceAsStream("/calendar/" + name));
  }

  /** A time of the announcements in the form of {@link LocalTime#toString}. */
  private static final class LocalTimeText {
    static String of(String text) {
      return text.equals("closed") ? text : LocalTime.parse(text).toString();
    }
  }
}
