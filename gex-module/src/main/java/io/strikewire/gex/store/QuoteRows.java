package io.strikewire.gex.store;

import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.chain.Strip;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Rows of {@code chain_quotes}. */
final class QuoteRows {

  /**
   * The strips of the newest chains that a contract could be in: the newest need not list it, when
   * its sender splits a chain.
   */
  private static final String STRIPS =
      """
      SELECT asked.place, found.* FROM unnest(?::int[], ?::text[], ?::int[], ?::text[])
        AS asked (place, root, day, side)
      CROSS JOIN LATERAL (
        SELECT substring(q.quotes FROM strip.first * 36 + 1 FOR strip.count * 36) AS quotes,
          c.spot, c.as_of, c.stored_at
        FROM chain_quotes q
        JOIN option_chains c ON c.id = q.chain_id,
        unnest(q.roots, q.days, q.sides, q.firsts, q.counts)
          AS strip (root, day, side, first, count)
        WHERE q.roots @> ARRAY[asked.root]
          AND strip.root = asked.root AND strip.day = asked.day AND strip.side = asked.side
        ORDER BY c.as_of DESC, c.stored_at DESC LIMIT 8) found
      ORDER BY asked.place, found.as_of DESC, found.stored_at DESC
      """;

  private static final int PRICE_DECIMALS = 4;

  private QuoteRows() {}

  static void write(Connection connection, UUID chain, OptionChain quotes) throws SQLException {
    List<Strip> strips = Strip.of(quotes);
    new Insertion(connection, "chain_quotes")
        .set("chain_id", chain)
        .set("quotes", PackedQuotes.pack(strips))
        .set("roots", strips.stream().map(Strip::root).toArray(String[]::new))
        .set("days", strips.stream().mapToInt(Strip::epochDay).toArray())
        .set("sides", strips.stream().map(QuoteRows::side).toArray(String[]::new))
        .set("firsts", firsts(strips))
        .set("counts", strips.stream().mapToInt(Strip::size).toArray())
        .run();
  }

  private static int[] firsts(List<Strip> strips) {
    int[] firsts = new int[strips.size()];
    for (int i = 1; i < firsts.length; i++) {
      firsts[i] = firsts[i - 1] + strips.get(i - 1).size();
    }
    return firsts;
  }

  private static String side(Strip strip) {
    return strip.call() ? "CALL" : "PUT";
  }

  static OptionChain chain(
      Connection connection,
      UUID chain,
      Symbol symbol,
      Instant asOf,
      double spot,
      OptionChain.RowCount count)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM chain_quotes WHERE chain_id = ?")) {
      query.setObject(1, chain);
      try (ResultSet row = query.executeQuery()) {
        List<Strip> strips = row.next() ? strips(row) : List.of();
        return OptionChain.of(symbol, asOf, spot, strips, count);
      }
    }
  }

  private static List<Strip> strips(ResultSet row) throws SQLException {
    List<Strip> strips = new ArrayList<>();
    ByteBuffer quotes = ByteBuffer.wrap(row.getBytes("quotes"));
    String[] roots = (String[]) row.getArray("roots").getArray();
    int[] days = Columns.ints(row, "days");
    String[] sides = (String[]) row.getArray("sides").getArray();
    int[] counts = Columns.ints(row, "counts");
    for (int i = 0; i < counts.length; i++) {
      Strip strip = Strip.empty(roots[i], days[i], sides[i].equals("CALL"), counts[i]);
      PackedQuotes.unpack(quotes, strip);
      strips.add(strip);
    }
    return strips;
  }

  /** Each contract's row in the newest chain that lists it. */
  static Map<OptionContract, StoredQuote> newest(
      Connection connection, Collection<OptionContract> contracts) throws SQLException {
    List<OptionContract> asked = List.copyOf(contracts);
    Map<OptionContract, StoredQuote> newest = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(STRIPS)) {
      Object[] places = IntStream.range(0, asked.size()).boxed().toArray();
      query.setArray(1, connection.createArrayOf("int", places));
      query.setArray(2, column(connection, "text", asked, contract -> contract.root().ticker()));
      query.setArray(3, column(connection, "int", asked, QuoteRows::day));
      query.setArray(4, column(connection, "text", asked, contract -> contract.right().name()));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          OptionContract contract = asked.get(row.getInt("place"));
          if (!newest.containsKey(contract)) {
            listed(contract, row).ifPresent(quote -> newest.put(contract, quote));
          }
        }
      }
    }
    return newest;
  }

  private static java.sql.Array column(
      Connection connection,
      String type,
      List<OptionContract> contracts,
      Function<OptionContract, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, contracts.stream().map(value).toArray());
  }

  private static int day(OptionContract contract) {
    return (int) contract.expiration().toEpochDay();
  }

  private static Optional<StoredQuote> listed(OptionContract contract, ResultSet row)
      throws SQLException {
    int strike = contract.strike().movePointRight(3).intValueExact();
    byte[] quotes = row.getBytes("quotes");
    Strip strip =
        Strip.empty(
            contract.root().ticker(),
            day(contract),
            contract.right() == Direction.CALL,
            PackedQuotes.count(quotes));
    PackedQuotes.unpack(ByteBuffer.wrap(quotes), strip);
    for (int i = 0; i < strip.size(); i++) {
      if (strip.strikes()[i] == strike) {
        return Optional.of(quote(contract, strip, i, row));
      }
    }
    return Optional.empty();
  }

  private static StoredQuote quote(OptionContract contract, Strip strip, int place, ResultSet row)
      throws SQLException {
    return new StoredQuote(
        contract,
        BigDecimal.valueOf(strip.bids()[place], PRICE_DECIMALS),
        BigDecimal.valueOf(strip.asks()[place], PRICE_DECIMALS),
        strip.ivs()[place],
        row.getDouble("spot"),
        row.getObject("as_of", OffsetDateTime.class).toInstant());
  }
}
