package io.strikewire.contract;

import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * What all options of one root have in common.
 *
 * @param settlement when its last price is taken
 * @param cash whether it pays cash; the others deliver shares
 * @param fineTick whether every price is in cents
 */
public record ContractClass(Settlement settlement, boolean cash, boolean fineTick) {

  private static final Set<String> MORNING = Set.of("SPX", "NDX", "RUT", "DJX", "VIX", "VIXW");
  private static final Set<String> CASH =
      Set.of(
          "SPX", "SPXW", "NDX", "NDXP", "RUT", "RUTW", "DJX", "VIX", "VIXW", "XSP", "XND", "MRUT",
          "OEX", "XEO");
  private static final Set<String> CENTS = Set.of("SPY", "QQQ", "IWM", "XSP");
  private static final BigDecimal THREE = new BigDecimal("3");
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final BigDecimal NICKEL = new BigDecimal("0.05");
  private static final BigDecimal DIME = new BigDecimal("0.10");

  /** When an expiring option's last price is taken. */
  public enum Settlement {
    /** At the opening of its last day. */
    AM,
    /** At the close of its last day. */
    PM
  }

  /** The class of a root. */
  public static ContractClass of(Symbol root) {
    return new ContractClass(
        MORNING.contains(root.ticker()) ? Settlement.AM : Settlement.PM,
        CASH.contains(root.ticker()),
        CENTS.contains(root.ticker()));
  }

  /** The smallest step of a price, in USD per share. */
  public BigDecimal tick(BigDecimal price) {
    if (fineTick) {
      return CENT;
    }
    return price.compareTo(THREE) < 0 ? NICKEL : DIME;
  }

  /** A limit price on the grid of ticks: down for a buyer, up for a seller, at least one tick. */
  public BigDecimal onTick(BigDecimal price, RoundingMode direction) {
    BigDecimal tick = tick(price);
    return price.divide(tick, 0, direction).multiply(tick).max(tick).setScale(2);
  }
}
