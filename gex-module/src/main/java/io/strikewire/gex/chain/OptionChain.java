package io.strikewire.gex.chain;

import io.strikewire.market.TradingCalendar;
import io.strikewire.payload.Mistake;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All listed options of an underlying at one moment, one row each, held as columns: a row is a
 * number from 0 to below {@link #size()}. Rows are unique and none has expired.
 */
public final class OptionChain {

  private final Symbol symbol;
  private final Instant asOf;
  private final double spot;
  private final ChainRows rows;
  private final RowCount count;

  OptionChain(Symbol symbol, Instant asOf, double spot, ChainRows rows, RowCount count) {
    this.symbol = symbol;
    this.asOf = asOf;
    this.spot = spot;
    this.rows = rows;
    this.count = count;
  }

  /** A file's content, or why it is none. */
  public sealed interface Reading {
    /** A chain of the symbol asked for. */
    record Read(OptionChain chain) implements Reading {}

    /** What is wrong. */
    record Refused(List<Mistake> mistakes) implements Reading {}
  }

  /**
   * Rows of the file, and those that are not in the chain.
   *
   * @param inFile all
   * @param expired expired before the chain was quoted
   * @param adjusted deliver something else than 100 shares
   * @param repeated the same contract again
   */
  public record RowCount(int inFile, int expired, int adjusted, int repeated) {}

  /** The underlying. */
  public Symbol symbol() {
    return symbol;
  }

  /** When it was quoted. */
  public Instant asOf() {
    return asOf;
  }

  /** The underlying's price in USD, above zero. */
  public double spot() {
    return spot;
  }

  /** The New York date that the chain is valued on. */
  public LocalDate date() {
    return asOf.atZone(TradingCalendar.NEW_YORK).toLocalDate();
  }

  /** Rows in the chain. */
  public int size() {
    return rows.size;
  }

  /** What the file held. */
  public RowCount count() {
    return count;
  }

  /** A chain of strips that were taken out of one. */
  public static OptionChain of(
      Symbol symbol, Instant asOf, double spot, List<Strip> strips, RowCount count) {
    ChainRows rows = new ChainRows(count.inFile());
    strips.forEach(rows::add);
    return new OptionChain(symbol, asOf, spot, rows, count);
  }

  /** The number of the class a row trades under. */
  int rootIndex(int row) {
    return rows.root[row];
  }

  /** The class a row trades under. */
  public String root(int row) {
    return rows.roots.get(rows.root[row]);
  }

  /** A row's expiration, days since 1970-01-01. */
  public int epochDay(int row) {
    return rows.day[row];
  }

  /** Whether a row is a call. */
  public boolean isCall(int row) {
    return rows.call[row];
  }

  /** A row's strike in thousandths of a USD. */
  public int strikeThousandths(int row) {
    return rows.strike[row];
  }

  /** A row's strike in USD. */
  public BigDecimal strike(int row) {
    return BigDecimal.valueOf(rows.strike[row], 3);
  }

  /** A row's bid in ten-thousandths of a USD; 0 when there is none. */
  public int bid(int row) {
    return rows.bid[row];
  }

  /** A row's ask in ten-thousandths of a USD; 0 when there is none. */
  public int ask(int row) {
    return rows.ask[row];
  }

  /** A row's implied volatility, 0.2 is 20 %; NaN when the file has none. */
  public double iv(int row) {
    return rows.iv[row];
  }

  /** A row's gamma per share and USD of the underlying; NaN when the file has none. */
  public double gamma(int row) {
    return rows.gamma[row];
  }

  /** A row's open interest in contracts; NaN when the file leaves it empty. */
  public double openInterest(int row) {
    return rows.openInterest[row];
  }

  /** A row's volume in contracts; NaN when the file leaves it empty. */
  public double volume(int row) {
    return rows.volume[row];
  }
}
