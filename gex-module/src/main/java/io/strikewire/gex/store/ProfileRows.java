package io.strikewire.gex.store;

import io.strikewire.gex.GexChains.ChainAge;
import io.strikewire.gex.GexProfile;
import io.strikewire.signal.Direction;
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

/** Rows of {@code gex_signals}. */
final class ProfileRows {

  private static final String INSERT =
      """
      INSERT INTO gex_signals (id, chain_id, symbol, as_of, spot, contracts, net_gex, call_gex,
        put_gex, call_wall, put_wall, zero_gamma, direction, strength, sign, day_count, levels,
        created_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LATEST =
      "SELECT * FROM gex_signals WHERE symbol = ? ORDER BY as_of DESC, created_at DESC LIMIT 1";

  private static final String AGES =
      "SELECT symbol, max(as_of) AS as_of FROM gex_signals GROUP BY symbol ORDER BY symbol";

  private ProfileRows() {}

  static void write(Connection connection, UUID chain, GexProfile profile, Instant now)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setObject(1, chain);
      insert.setObject(2, chain);
      insert.setString(3, profile.symbol().ticker());
      insert.setObject(4, profile.asOf().atOffset(ZoneOffset.UTC));
      insert.setDouble(5, profile.spot());
      insert.setInt(6, profile.contracts());
      insert.setDouble(7, profile.netExposure());
      insert.setDouble(8, profile.callExposure());
      insert.setDouble(9, profile.putExposure());
      insert.setBigDecimal(10, profile.callWall().orElse(null));
      insert.setBigDecimal(11, profile.putWall().orElse(null));
      insert.setArray(12, connection.createArrayOf("float8", profile.zeroGamma().toArray()));
      insert.setString(13, profile.direction().map(Enum::name).orElse(null));
      insert.setDouble(14, profile.strength());
      insert.setString(15, profile.convention().sign());
      insert.setInt(16, profile.convention().dayCount());
      insert.setInt(17, profile.convention().levels());
      insert.setObject(18, now.atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  static Optional<GexProfile> latest(Connection connection, Symbol symbol) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      query.setString(1, symbol.ticker());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(profile(row)) : Optional.empty();
      }
    }
  }

  static List<ChainAge> ages(Connection connection) throws SQLException {
    List<ChainAge> ages = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(AGES);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        ages.add(new ChainAge(new Symbol(rows.getString("symbol")), asOf(rows)));
      }
    }
    return ages;
  }

  private static GexProfile profile(ResultSet row) throws SQLException {
    return new GexProfile(
        new Symbol(row.getString("symbol")),
        asOf(row),
        row.getDouble("spot"),
        row.getInt("contracts"),
        row.getDouble("call_gex"),
        row.getDouble("put_gex"),
        Optional.ofNullable(row.getBigDecimal("call_wall")),
        Optional.ofNullable(row.getBigDecimal("put_wall")),
        List.of((Double[]) row.getArray("zero_gamma").getArray()),
        Optional.ofNullable(row.getString("direction")).map(Direction::valueOf),
        row.getDouble("strength"),
        new GexProfile.Convention(
            row.getString("sign"), row.getInt("day_count"), row.getInt("levels")));
  }

  private static Instant asOf(ResultSet row) throws SQLException {
    return row.getObject("as_of", OffsetDateTime.class).toInstant();
  }
}
