package io.strikewire.gex.store;

import io.strikewire.gex.chain.ChainQuote;
import io.strikewire.option.OptionContract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Rows of {@code option_quotes}. */
final class QuoteRows {

  private static final String NEWEST =
      """
      SELECT q.*, c.spot, c.as_of FROM option_quotes q JOIN option_chains c ON c.id = q.chain_id
      WHERE q.occ_symbol = ? ORDER BY c.as_of DESC, c.stored_at DESC LIMIT 1
      """;

  private QuoteRows() {}

  static Optional<StoredQuote> newest(Connection connection, OptionContract contract)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(NEWEST)) {
      query.setString(1, contract.occSymbol());
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new StoredQuote(
                    quote(row),
                    row.getDouble("spot"),
                    row.getObject("as_of", OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }

  static ChainQuote quote(ResultSet row) throws SQLException {
    return new ChainQuote(
        OptionContract.parse(row.getString("occ_symbol")).orElseThrow(),
        row.getBigDecimal("bid"),
        row.getBigDecimal("ask"),
        row.getDouble("iv"),
        row.getDouble("delta"),
        row.getDouble("gamma"),
        row.getDouble("open_interest"),
        row.getDouble("volume"));
  }
}
