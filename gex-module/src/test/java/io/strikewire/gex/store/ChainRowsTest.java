package io.strikewire.gex.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.strikewire.archive.PageRequest;
import io.strikewire.db.Migrations;
import io.strikewire.gex.Chains;
import io.strikewire.gex.GexChains;
import io.strikewire.gex.GexHorizon;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexSignal;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.option.OptionContract;
import io.strikewire.option.OptionPrice;
import io.strikewire.signal.Symbol;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On the real database, in a session zone that is not UTC. */
class ChainRowsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setServerConfig("timezone", "Asia/Tokyo").start();
    new Migrations(postgres.getPostgresDatabase()).apply();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void a_profile_is_read_back_as_it_was_written() throws SQLException {
    OptionChain chain = Chains.read("SPX", Chains.file("spx-2022-12-12.csv"));
    GexProfile profile = Chains.profile(chain, Chains.usual(252, 60));
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      ChainRows.write(connection, UUID.randomUUID(), chain, profile, NOW);
      assertThat(ProfileRows.latest(connection, chain.symbol())).contains(profile);
      OptionChain again = ChainRows.latest(connection, chain.symbol()).orElseThrow();
      assertThat(again.size()).isEqualTo(chain.size());
      assertThat(Chains.profile(again, Chains.usual(252, 400)).zeroGamma().get(0))
          .isCloseTo(
              Chains.profile(chain, Chains.usual(252, 400)).zeroGamma().get(0), within(1e-9));
    }
  }

  @Test
  void a_chain_written_twice_is_there_once() throws SQLException {
    OptionChain chain = Chains.read("XSP", quoted("XSP", "XSP261218C00400000", 3, 3.1));
    UUID id = UUID.randomUUID();
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      write(connection, id, chain);
      write(connection, id, chain);
      assertThat(SignalRows.history(connection, chain.symbol(), PageRequest.newest(10)).items())
          .hasSize(1);
    }
  }

  @Test
  void a_contract_is_priced_by_the_newest_chain_that_lists_it() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      write(
          connection,
          UUID.randomUUID(),
          Chains.read("AAPL", quoted("AAPL", "AAPL261218C00200500", 3, 3.1)));
      OptionContract call = OptionContract.parse("AAPL261218C00200500").orElseThrow();
      OptionContract put = OptionContract.parse("AAPL261218P00200500").orElseThrow();
      Map<OptionContract, StoredQuote> quotes = QuoteRows.newest(connection, List.of(put, call));
      OptionPrice.Quoted price =
          (OptionPrice.Quoted) quotes.get(call).price(NOW, Duration.ofMinutes(20));
      assertThat(price.bid()).isEqualByComparingTo("3");
      assertThat(price.ask()).isEqualByComparingTo("3.1");
      assertThat(quotes).containsOnlyKeys(call);
    }
  }

  @Test
  void a_flip_between_two_chains_is_noticed_and_the_history_is_paged() throws SQLException {
    Symbol symbol = new Symbol("TSLA");
    try (Connection connection = postgres.getPostgresDatabase().getConnection()) {
      write(
          connection, UUID.randomUUID(), of(symbol, "2026-11-23T14:40:00Z", "TSLA261218C00400000"));
      write(
          connection, UUID.randomUUID(), of(symbol, "2026-11-23T14:50:00Z", "TSLA261218P00400000"));
      write(
          connection, UUID.randomUUID(), of(symbol, "2026-11-23T15:00:00Z", "TSLA261218P00400000"));
      assertThat(SignalRows.newest(connection, Set.of(symbol, new Symbol("NONE")), 2))
          .containsOnlyKeys(symbol)
          .containsEntry(
              symbol, SignalRows.history(connection, symbol, PageRequest.newest(2)).items());
      var newest = SignalRows.history(connection, symbol, PageRequest.newest(2));
      assertThat(newest.items())
          .extracting(past -> past.signal().flip().map(GexSignal.Flip::name).orElse("none"))
          .containsExactly("none", "TO_SHORT_GAMMA");
      PageRequest rest =
          new PageRequest(
              2,
              newest.next().map(UUID::fromString),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              java.util.Optional.empty());
      assertThat(SignalRows.history(connection, symbol, rest).items())
          .extracting(GexChains.PastProfile::asOf)
          .containsExactly(Instant.parse("2026-11-23T14:40:00Z"));
      assertThat(
              SignalRows.latest(connection, Set.of(symbol), GexHorizon.INTRADAY)
                  .get(symbol)
                  .strength())
          .isZero();
    }
  }

  private static void write(Connection connection, UUID id, OptionChain chain) throws SQLException {
    ChainRows.write(connection, id, chain, Chains.profile(chain, Chains.usual(252, 60)), NOW);
  }

  private static byte[] quoted(String symbol, String name, double bid, double ask) {
    return Chains.json(
        symbol,
        200,
        "{\"option\":\"%s\",\"bid\":%s,\"ask\":%s,\"open_interest\":5}".formatted(name, bid, ask));
  }

  private static OptionChain of(Symbol symbol, String asOf, String name) {
    String file =
        new String(
            Chains.json(symbol.ticker(), 400, Chains.option(name, 0.3, 0.01, 100)),
            java.nio.charset.StandardCharsets.UTF_8);
    return Chains.read(
        symbol.ticker(),
        file.replace("2026-11-23T15:00:00Z", asOf)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
