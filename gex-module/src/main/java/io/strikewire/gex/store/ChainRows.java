package io.strikewire.gex.store;

import io.strikewire.gex.GexProfile;
import io.strikewire.gex.chain.OptionChain;
import io.strikewire.signal.Symbol;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code option_chains}. Only a symbol's newest chain keeps its quotes. */
final class ChainRows {

  private static final String NEWEST =
      """
      SELECT * FROM option_chains
      WHERE symbol = ? ORDER BY as_of DESC, stored_at DESC LIMIT 1
      """;

  private static final String FORGET =
      """
      DELETE FROM chain_quotes WHERE chain_id IN
        (SELECT id FROM option_chains WHERE symbol = ?
         ORDER BY as_of DESC, stored_at DESC OFFSET 1 LIMIT 100)
      """;

  private ChainRows() {}

  /** Writes a chain with its quotes and its profile; nothing when it is there already. */
  static void write(
      Connection connection, UUID id, OptionChain chain, GexProfile profile, Instant now)
      throws SQLException {
    int inserted =
        new Insertion(connection, "option_chains")
            .set("id", id)
            .set("symbol", chain.symbol().ticker())
            .set("as_of", chain.asOf())
            .set("spot", chain.spot())
            .set("contracts", chain.count().inFile())
            .set("expired", chain.count().expired())
            .set("adjusted", chain.count().adjusted())
            .set("repeated", chain.count().repeated())
            .set("stored_at", now)
            .run();
    if (inserted == 0) {
      return;
    }
    QuoteRows.write(connection, id, chain);
    SignalRows.write(connection, id, profile, now);
    ProfileRows.write(connection, id, profile);
    try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setString(1, chain.symbol().ticker());
      forget.executeUpdate();
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
            QuoteRows.chain(
                connection,
                row.getObject("id", UUID.class),
                symbol,
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getDouble("spot"),
                new OptionChain.RowCount(
                    row.getInt("contracts"),
                    row.getInt("expired"),
                    row.getInt("adjusted"),
                    row.getInt("repeated"))));
      }
    }
  }
}
