package io.strikewire.book.jpa;

import io.strikewire.contract.Listing;
import io.strikewire.gex.GexReading;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Greeks;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What the stored chains say; this module only reads them. */
final class ChainReading {

  private static final String LATEST =
      """
      SELECT id, as_of, spot FROM option_chains WHERE symbol = :symbol
      ORDER BY as_of DESC, stored_at DESC LIMIT 1
      """;

  private static final String LISTED =
      """
      SELECT occ_symbol, bid, ask, delta, open_interest FROM option_quotes
      WHERE chain_id = (SELECT id FROM option_chains WHERE symbol = :symbol
                        ORDER BY as_of DESC, stored_at DESC LIMIT 1)
      """;

  private static final String GREEKS =
      """
      SELECT q.delta, q.gamma, q.iv, c.as_of FROM option_quotes q
      JOIN option_chains c ON c.id = q.chain_id
      WHERE q.occ_symbol = :contract ORDER BY c.as_of DESC, c.stored_at DESC LIMIT 1
      """;

  private static final String GEX =
      """
      SELECT DISTINCT ON (as_of) as_of, direction, strength FROM gex_signals
      WHERE symbol = :symbol ORDER BY as_of DESC, created_at DESC LIMIT 2
      """;

  /** The newest chain of an underlying. */
  record Chain(Instant asOf, BigDecimal spot, List<Listing> listings) {}

  private final EntityManager rows;

  ChainReading(EntityManager rows) {
    this.rows = rows;
  }

  /** The newest chain's options on one side that have not expired. */
  Optional<Chain> latest(Symbol symbol, Direction side, LocalDate today) {
    return Sql.of(rows, LATEST)
        .with("symbol", symbol.ticker())
        .row()
        .map(
            chain ->
                new Chain(
                    chain.get("as_of", Instant.class),
                    BigDecimal.valueOf(chain.get("spot", Number.class).doubleValue()),
                    listings(symbol, side, today)));
  }

  private List<Listing> listings(Symbol symbol, Direction side, LocalDate today) {
    return Sql.of(rows, LISTED)
        .with("symbol", symbol.ticker())
        .rows()
        .map(ChainReading::listing)
        .filter(listing -> listing.contract().right() == side)
        .filter(listing -> !listing.contract().expiration().isBefore(today))
        .toList();
  }

  private static Listing listing(Tuple row) {
    Number openInterest = row.get("open_interest", Number.class);
    return new Listing(
        OptionContract.parse(row.get("occ_symbol", String.class)).orElseThrow(),
        row.get("bid", BigDecimal.class),
        row.get("ask", BigDecimal.class),
        row.get("delta", Number.class).doubleValue(),
        openInterest == null
            ? OptionalDouble.empty()
            : OptionalDouble.of(openInterest.doubleValue()));
  }

  Optional<Greeks> greeks(OptionContract contract) {
    return Sql.of(rows, GREEKS)
        .with("contract", contract.occSymbol())
        .row()
        .map(
            row ->
                new Greeks(
                    row.get("delta", Number.class).doubleValue(),
                    row.get("gamma", Number.class).doubleValue(),
                    row.get("iv", Number.class).doubleValue(),
                    row.get("as_of", Instant.class)));
  }

  /** The two newest gamma exposures of a symbol, newest first. */
  List<GexReading> gex(Symbol symbol) {
    return Sql.of(rows, GEX)
        .with("symbol", symbol.ticker())
        .rows()
        .map(
            row ->
                new GexReading(
                    symbol,
                    Optional.ofNullable(row.get("direction", String.class)).map(Direction::valueOf),
                    row.get("strength", Number.class).doubleValue(),
                    row.get("as_of", Instant.class)))
        .sorted(Comparator.comparing(GexReading::asOf).reversed())
        .toList();
  }
}
