package io.strikewire.gex.store;

import io.strikewire.gex.GammaRegime;
import io.strikewire.gex.GexProfile;
import io.strikewire.gex.GexProfile.AtExpiry;
import io.strikewire.gex.GexProfile.AtStrike;
import io.strikewire.gex.GexProfile.Band;
import io.strikewire.gex.GexProfile.Convention;
import io.strikewire.gex.GexProfile.ExpectedMove;
import io.strikewire.gex.GexProfile.Measures;
import io.strikewire.gex.GexProfile.Oddities;
import io.strikewire.gex.GexSignal;
import io.strikewire.gex.SignConvention;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code gex_profiles}, which with those of {@code gex_signals} make a profile. */
final class ProfileRows {

  private static final String LATEST =
      """
      SELECT s.*, p.*, c.expired, c.adjusted, c.repeated FROM gex_signals s
      JOIN gex_profiles p ON p.chain_id = s.chain_id
      JOIN option_chains c ON c.id = s.chain_id
      WHERE s.symbol = ? AND s.horizon = 'ALL' ORDER BY s.as_of DESC, s.created_at DESC LIMIT 1
      """;

  private ProfileRows() {}

  static void write(Connection connection, UUID chain, GexProfile profile) throws SQLException {
    Measures measures = profile.measures();
    Band band = measures.band();
    Oddities oddities = profile.oddities();
    Insertion row =
        new Insertion(connection, "gex_profiles")
            .set("chain_id", chain)
            .set("regime", measures.regime().name())
            .set("net_low", band.netLow())
            .set("net_high", band.netHigh())
            .set("zero_gamma_low", band.zeroGammaLow().orElse(null))
            .set("zero_gamma_high", band.zeroGammaHigh().orElse(null))
            .set("open_interest_date", band.openInterestDate())
            .set("max_pain", measures.maxPain().orElse(null))
            .set("put_call_volume", measures.putCallVolume().orElse(null))
            .set("put_call_open_interest", measures.putCallOpenInterest().orElse(null))
            .set("vanna", measures.vanna())
            .set("charm", measures.charm())
            .set("expected_move", measures.expectedMove().map(ExpectedMove::usd).orElse(null))
            .set(
                "expected_move_until",
                measures.expectedMove().map(ExpectedMove::until).orElse(null))
            .set(
                "expected_move_basis",
                measures.expectedMove().map(ExpectedMove::basis).orElse(null))
            .set("empty_open_interest", oddities.emptyOpenInterest())
            .set("zero_volatility", oddities.zeroVolatility())
            .set("implied_volatility", oddities.impliedVolatility())
            .set("modelled_gamma", oddities.modelledGamma())
            .set("crossed_quotes", oddities.crossedQuotes());
    strikes(row, profile.strikes());
    expiries(row, profile.expiries());
    row.run();
  }

  private static void strikes(Insertion row, List<AtStrike> strikes) {
    row.set("strikes", strikes.stream().mapToInt(at -> thousandths(at.strike())).toArray())
        .set("strike_calls", strikes.stream().mapToDouble(AtStrike::call).toArray())
        .set("strike_puts", strikes.stream().mapToDouble(AtStrike::put).toArray())
        .set(
            "strike_call_interest",
            strikes.stream().mapToDouble(AtStrike::callOpenInterest).toArray())
        .set(
            "strike_put_interest",
            strikes.stream().mapToDouble(AtStrike::putOpenInterest).toArray());
  }

  private static void expiries(Insertion row, List<AtExpiry> expiries) {
    row.set(
            "expirations",
            expiries.stream().mapToInt(at -> (int) at.expiration().toEpochDay()).toArray())
        .set("settlements", expiries.stream().map(AtExpiry::settlement).toArray(String[]::new))
        .set("expiry_calls", expiries.stream().mapToDouble(AtExpiry::call).toArray())
        .set("expiry_puts", expiries.stream().mapToDouble(AtExpiry::put).toArray())
        .set("expiry_interest", expiries.stream().mapToDouble(AtExpiry::openInterest).toArray())
        .set(
            "expiry_pain",
            expiries.stream()
                .mapToInt(at -> at.maxPain().map(ProfileRows::thousandths).orElse(0))
                .toArray());
  }

  private static int thousandths(BigDecimal usd) {
    return usd.movePointRight(3).intValueExact();
  }

  static Optional<GexProfile> latest(Connection connection, Symbol symbol) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LATEST)) {
      query.setString(1, symbol.ticker());
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(profile(connection, symbol, row)) : Optional.empty();
      }
    }
  }

  private static GexProfile profile(Connection connection, Symbol symbol, ResultSet row)
      throws SQLException {
    GexSignal all = SignalRows.signal(row);
    return new GexProfile(
        symbol,
        row.getObject("as_of", OffsetDateTime.class).toInstant(),
        row.getDouble("spot"),
        row.getInt("contracts"),
        all.callExposure(),
        all.putExposure(),
        Optional.ofNullable(row.getBigDecimal("call_wall")),
        Optional.ofNullable(row.getBigDecimal("put_wall")),
        all.zeroGamma(),
        all.direction(),
        all.strength(),
        new Convention(
            SignConvention.valueOf(row.getString("sign")),
            row.getInt("day_count"),
            row.getInt("levels")),
        measures(row),
        oddities(row),
        strikes(row),
        expiries(row),
        SignalRows.ofChain(connection, row.getObject("chain_id", UUID.class)));
  }

  private static Measures measures(ResultSet row) throws SQLException {
    Optional<Double> move = Columns.measure(row, "expected_move");
    LocalDate until = row.getObject("expected_move_until", LocalDate.class);
    String basis = row.getString("expected_move_basis");
    return new Measures(
        GammaRegime.valueOf(row.getString("regime")),
        new Band(
            row.getDouble("net_low"),
            row.getDouble("net_high"),
            Columns.measure(row, "zero_gamma_low"),
            Columns.measure(row, "zero_gamma_high"),
            row.getObject("open_interest_date", LocalDate.class)),
        Optional.ofNullable(row.getBigDecimal("max_pain")),
        Columns.measure(row, "put_call_volume"),
        Columns.measure(row, "put_call_open_interest"),
        row.getDouble("vanna"),
        row.getDouble("charm"),
        move.map(usd -> new ExpectedMove(usd, until, basis)));
  }

  private static Oddities oddities(ResultSet row) throws SQLException {
    return new Oddities(
        row.getInt("empty_open_interest"),
        row.getInt("zero_volatility"),
        row.getInt("implied_volatility"),
        row.getInt("modelled_gamma"),
        row.getInt("crossed_quotes"),
        row.getInt("expired"),
        row.getInt("adjusted"),
        row.getInt("repeated"));
  }

  private static List<AtStrike> strikes(ResultSet row) throws SQLException {
    int[] strikes = Columns.ints(row, "strikes");
    double[] calls = Columns.doubles(row, "strike_calls");
    double[] puts = Columns.doubles(row, "strike_puts");
    double[] callInterest = Columns.doubles(row, "strike_call_interest");
    double[] putInterest = Columns.doubles(row, "strike_put_interest");
    List<AtStrike> all = new ArrayList<>(strikes.length);
    for (int i = 0; i < strikes.length; i++) {
      all.add(
          new AtStrike(
              BigDecimal.valueOf(strikes[i], 3),
              calls[i],
              puts[i],
              callInterest[i],
              putInterest[i]));
    }
    return all;
  }

  private static List<AtExpiry> expiries(ResultSet row) throws SQLException {
    int[] days = Columns.ints(row, "expirations");
    String[] settlements = (String[]) row.getArray("settlements").getArray();
    double[] calls = Columns.doubles(row, "expiry_calls");
    double[] puts = Columns.doubles(row, "expiry_puts");
    double[] interest = Columns.doubles(row, "expiry_interest");
    int[] pain = Columns.ints(row, "expiry_pain");
    List<AtExpiry> all = new ArrayList<>(days.length);
    for (int i = 0; i < days.length; i++) {
      all.add(
          new AtExpiry(
              LocalDate.ofEpochDay(days[i]),
              settlements[i],
              calls[i],
              puts[i],
              interest[i],
              pain[i] == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(pain[i], 3))));
    }
    return all;
  }
}
