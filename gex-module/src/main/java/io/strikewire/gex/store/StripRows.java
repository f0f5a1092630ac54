package io.strikewire.gex.store;

import io.strikewire.gex.chain.OptionChain;
import io.strikewire.gex.chain.Strip;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code option_strips}. */
final class StripRows {

  private static final String QUOTE =
      """
      SELECT s.bids[s.place] AS bid, s.asks[s.place] AS ask, s.ivs[s.place] AS iv, c.spot, c.as_of
      FROM (SELECT *, array_position(strikes, ?) AS place FROM option_strips
            WHERE root = ? AND expiration = ? AND side = ?) s
      JOIN option_chains c ON c.id = s.chain_id
      WHERE s.place IS NOT NULL
      ORDER BY c.as_of DESC, c.stored_at DESC LIMIT 1
      """;

  private static final int PRICE_DECIMALS = 4;

  private StripRows() {}

  static void write(Connection connection, UUID chain, OptionChain quotes) throws SQLException {
    @Nullable PreparedStatement statement = null;
    try {
      for (Strip strip : Strip.of(quotes)) {
        Insertion row = row(connection, chain, strip);
        if (statement == null) {
          statement = connection.prepareStatement(row.sql());
        }
        row.bind(statement);
        statement.addBatch();
      }
      if (statement != null) {
        statement.executeBatch();
      }
    } finally {
      if (statement != null) {
        statement.close();
      }
    }
  }

  private static Insertion row(Connection connection, UUID chain, Strip strip) {
    return new Insertion(connection, "option_strips")
        .set("chain_id", chain)
        .set("root", strip.root())
        .set("expiration", LocalDate.ofEpochDay(strip.epochDay()))
        .set("side", strip.call() ? "CALL" : "PUT")
        .set("strikes", strip.strikes())
        .set("bids", strip.bids())
        .set("asks", strip.asks())
        .set("ivs", strip.ivs())
        .set("deltas", strip.deltas())
        .set("gammas", strip.gammas())
        .set("open_interests", strip.openInterests())
        .set("volumes", strip.volumes());
  }

  static OptionChain chain(
      Connection connection,
      UUID chain,
      Symbol symbol,
      Instant asOf,
      double spot,
      OptionChain.RowCount count)
      throws SQLException {
    List<Strip> strips = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT * FROM option_strips WHERE chain_id = ? ORDER BY expiration, root, side")) {
      query.setObject(1, chain);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          strips.add(strip(rows));
        }
      }
    }
    return OptionChain.of(symbol, asOf, spot, strips, count);
  }

  private static Strip strip(ResultSet row) throws SQLException {
    return new Strip(
        row.getString("root"),
        (int) row.getObject("expiration", LocalDate.class).toEpochDay(),
        row.getString("side").equals("CALL"),
        Columns.ints(row, "strikes"),
        Columns.ints(row, "bids"),
        Columns.ints(row, "asks"),
        Columns.doubles(row, "ivs"),
        Columns.doubles(row, "deltas"),
        Columns.doubles(row, "gammas"),
        Columns.doubles(row, "open_interests"),
        Columns.doubles(row, "volumes"));
  }

  /** The contract's row in the newest chain that lists it. */
  static Optional<StoredQuote> newest(Connection connection, OptionContract contract)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(QUOTE)) {
      query.setInt(1, contract.strike().movePointRight(3).intValueExact());
      query.setString(2, contract.root().ticker());
      query.setObject(3, contract.expiration());
      query.setString(4, contract.right() == Direction.CALL ? "CALL" : "PUT");
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new StoredQuote(
                    contract,
                    BigDecimal.valueOf(row.getInt("bid"), PRICE_DECIMALS),
                    BigDecimal.valueOf(row.getInt("ask"), PRICE_DECIMALS),
                    row.getDouble("iv"),
                    row.getDouble("spot"),
                    row.getObject("as_of", OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    }
  }
}
