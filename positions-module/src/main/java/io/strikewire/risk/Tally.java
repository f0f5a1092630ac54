package io.strikewire.risk;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Order;
import io.strikewire.risk.RiskLimits.Use;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a portfolio uses of its limits, as one entry after the other adds to it. */
public final class Tally {

  private final Map<Symbol, Integer> contracts;
  private BigDecimal exposure;
  private int positions;
  private final BigDecimal profitToday;
  private int ordersInLastMinute;

  /**
   * Begins with what is there.
   *
   * @param contracts of each symbol, open and on order to be bought
   * @param total of the whole portfolio; its contracts don't count here
   */
  public Tally(Map<Symbol, Integer> contracts, Use total) {
    this.contracts = new HashMap<>(contracts);
    this.exposure = total.exposure();
    this.positions = total.positions();
    this.profitToday = total.profitToday();
    this.ordersInLastMinute = total.ordersInLastMinute();
  }

  /** What an entry into a symbol meets. */
  public Use use(Symbol symbol) {
    return total().inSymbol(contracts.getOrDefault(symbol, 0));
  }

  /** What is used of the limits that no single symbol has; of those none. */
  public Use total() {
    return new Use(0, exposure, positions, profitToday, ordersInLastMinute);
  }

  /** Adds an entry that was ordered just now. */
  public void add(Order entry) {
    contracts.merge(entry.symbol(), entry.quantity(), Integer::sum);
    exposure =
        exposure.add(
            entry
                .market()
                .ask()
                .multiply(BigDecimal.valueOf((long) entry.quantity() * OptionContract.MULTIPLIER)));
    positions++;
    ordersInLastMinute++;
  }
}
