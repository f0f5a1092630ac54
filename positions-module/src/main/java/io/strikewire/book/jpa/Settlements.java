package io.strikewire.book.jpa;

import io.strikewire.book.MarketView.Spot;
import io.strikewire.contract.ContractClass;
import io.strikewire.contract.ContractClass.Settlement;
import io.strikewire.expiry.Expiry;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Position;
import io.strikewire.signal.Symbol;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What underlyings were settled at: by the word of a person, else by the closing chain. */
final class Settlements {

  /** Delayed chains of the last minutes still speak for the close. */
  private static final Duration BEFORE_CLOSE = Duration.ofMinutes(15);

  private static final Duration AFTER_CLOSE = Duration.ofHours(12);

  private final EntityManager rows;
  private final TradingCalendar calendar;

  Settlements(EntityManager rows, TradingCalendar calendar) {
    this.rows = rows;
    this.calendar = calendar;
  }

  /** The price in USD that an expired contract is settled at, if anyone knows it. */
  Optional<BigDecimal> price(Position position, Map<Symbol, Spot> spots) {
    OptionContract contract = position.contract();
    return stated(contract)
        .or(
            () ->
                ContractClass.of(contract.root()).settlement() == Settlement.AM
                    ? Optional.empty()
                    : closing(position, spots));
  }

  private Optional<BigDecimal> closing(Position position, Map<Symbol, Spot> spots) {
    Instant moment = Expiry.moment(position.contract(), calendar);
    return Optional.ofNullable(spots.get(position.symbol()))
        .filter(spot -> !spot.at().isBefore(moment.minus(BEFORE_CLOSE)))
        .filter(spot -> spot.at().isBefore(moment.plus(AFTER_CLOSE)))
        .map(Spot::usd);
  }

  private Optional<BigDecimal> stated(OptionContract contract) {
    return Sql.of(rows, "SELECT price FROM settlements WHERE root = :root AND day = :day")
        .with("root", contract.root().ticker())
        .with("day", contract.expiration())
        .value(BigDecimal.class);
  }

  static void state(
      EntityManager rows, Symbol root, LocalDate day, BigDecimal price, String by, Instant now) {
    Sql.of(
            rows,
            """
            INSERT INTO settlements (root, day, price, by, at)
            VALUES (:root, :day, :price, :by, :now) ON CONFLICT (root, day) DO NOTHING
            """)
        .with("root", root.ticker())
        .with("day", day)
        .with("price", price)
        .with("by", by)
        .with("now", now)
        .run();
  }
}
