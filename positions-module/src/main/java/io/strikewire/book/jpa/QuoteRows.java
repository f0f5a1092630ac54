package io.strikewire.book.jpa;

import io.strikewire.event.MarketMoved;
import io.strikewire.option.OptionContract;
import io.strikewire.position.QuoteFeed;
import io.strikewire.signal.Symbol;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Pushed quotes: the newest of each contract. */
@Stateless
@Local(QuoteFeed.class)
public class QuoteRows implements QuoteFeed {

  private static final String STORE =
      """
      INSERT INTO quotes (occ_symbol, bid, ask, last, at, received_at)
      VALUES (:contract, :bid, :ask, CAST(NULLIF(:last, '') AS numeric), :at, :now)
      ON CONFLICT (occ_symbol) DO UPDATE SET bid = excluded.bid, ask = excluded.ask,
        last = excluded.last, at = excluded.at, received_at = excluded.received_at
      WHERE quotes.at < excluded.at
      """;

  private static final String LATEST =
      """
      SELECT occ_symbol, bid, ask, last, at FROM quotes WHERE occ_symbol = ANY (:contracts)
      """;

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  @Inject private Event<MarketMoved> moved;

  /** For the container. */
  public QuoteRows() {}

  QuoteRows(EntityManager rows) {
    this.rows = rows;
  }

  /** In the order of contracts, so that two feeds do not wait for each other. */
  @Override
  public int accept(List<Quote> quotes, Instant now) {
    int stored =
        quotes.stream()
            .sorted(Comparator.comparing(quote -> quote.contract().occSymbol()))
            .mapToInt(quote -> store(quote, now))
            .sum();
    Set<Symbol> symbols =
        quotes.stream().map(quote -> quote.contract().root()).collect(Collectors.toSet());
    if (stored > 0 && moved != null) {
      moved.fire(new MarketMoved(symbols));
    }
    return stored;
  }

  private int store(Quote quote, Instant now) {
    return Sql.of(rows, STORE)
        .with("contract", quote.contract().occSymbol())
        .with("bid", quote.bid())
        .with("ask", quote.ask())
        .with("last", quote.last().map(BigDecimal::toPlainString).orElse(""))
        .with("at", quote.at())
        .with("now", now)
        .run();
  }

  @Override
  public Map<OptionContract, Quote> latest(Set<OptionContract> contracts) {
    Map<String, OptionContract> asked =
        contracts.stream()
            .collect(Collectors.toMap(OptionContract::occSymbol, Function.identity()));
    return Sql.of(rows, LATEST)
        .with("contracts", asked.keySet().toArray(String[]::new))
        .rows()
        .map(row -> quote(asked.get(row.get("occ_symbol", String.class)), row))
        .collect(Collectors.toMap(Quote::contract, Function.identity()));
  }

  private static Quote quote(OptionContract contract, Tuple row) {
    return new Quote(
        contract,
        row.get("bid", BigDecimal.class),
        row.get("ask", BigDecimal.class),
        Optional.ofNullable(row.get("last", BigDecimal.class)),
        row.get("at", Instant.class));
  }
}
