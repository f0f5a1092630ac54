package io.strikewire.gex.store;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.signal.Symbol;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Rows of {@code option_chains} with their quotes. Only a symbol's newest chain keeps its quotes.
 */
final class ChainRows {

  private static final String CHAIN =
      """
      INSERT INTO option_chains (id, symbol, as_of, spot, contracts, stored_at)
      VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING
      """;

  private static final String QUOTE =
      """
      INSERT INTO option_quotes
        (chain_id, occ_symbol, bid, ask, iv, gamma, delta, open_interest, volume)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;

  private static final String NEWEST =
      """
      SELECT id, spot, as_of FROM option_chains
      WHERE symbol = ? ORDER BY as_of DESC, stored_at DESC LIMIT 1
      """;

  private static final String FORGET =
      """
      DELETE FROM option_quotes WHERE chain_id IN
        (SELECT id FROM option_chains WHERE symbol = ?
         ORDER BY as_of DESC, stored_at DESC OFFSET 1)
      """;

  private static final int BATCH = 1000;

  private ChainRows() {}

  static void write(
      Connection connection, UUID id, OptionChain chain, GexProfile profile, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CHAIN)) {
      insert.setObject(1, id);
      insert.setString(2, chain.symbol().ticker());
      insert.setObject(3, chain.asOf().atOffset(ZoneOffset.UTC));
      insert.setDouble(4, chain.spot());
      insert.setInt(5, chain.quotes().size());
      insert.setObject(6, now.atOffset(ZoneOffset.UTC));
      if (insert.executeUpdate() == 0) {
        return;
      }
    }
    quotes(connection, id, chain.quotes());
    ProfileRows.write(connection, id, profile, now);
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setString(1, chain.symbol().ticker());
      forget.executeUpdate();
    }
  }

  private static void quotes(Connection connection, UUID id, List<ChainQuote> quotes)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(QUOTE)) {
      int waiting = 0;
      for (ChainQuote quote : quotes) {
        insert.setObject(1, id);
        insert.setString(2, quote.contract().occSymbol());
        insert.setBigDecimal(3, quote.bid());
        insert.setBigDecimal(4, quote.ask());
        insert.setDouble(5, quote.iv());
        insert.setDouble(6, quote.gamma());
        insert.setDouble(7, quote.delta());
        insert.setDouble(8, quote.openInterest());
        insert.setDouble(9, quote.volume());
        insert.addBatch();
        if (++waiting % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }

  static Optional<OptionChain> latest(Connection connection, Symbol symbol) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      query.setString(1, symbol.ticker());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        return Optional.of(
            new OptionChain(
                symbol,
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getDouble("spot"),
                quotes(connection, row.getObject("id", UUID.class))));
      }
    }
  }

  private static List<ChainQuote> quotes(Connection connection, UUID chain) throws SQLException {
    List<ChainQuote> quotes = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT * FROM option_quotes WHERE chain_id = ?")) {
      query.setObject(1, chain);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          quotes.add(QuoteRows.quote(rows));
        }
      }
    }
    return quotes;
  }
}
