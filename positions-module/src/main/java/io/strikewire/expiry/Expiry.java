package io.strikewire.expiry;

import io.strikewire.contract.ContractClass;
import io.strikewire.contract.ContractClass.Settlement;
import io.strikewire.market.TradingCalendar;
import io.strikewire.option.OptionContract;
import io.strikewire.signal.Direction;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The end of an option: worth what it is in the money, exercised from one cent on. Shares delivered
 * count as sold at the settlement price at once.
 *
 * @param value USD per share
 * @param reason {@code EXERCISED} or {@code EXPIRED}
 */
public record Expiry(BigDecimal value, String reason) {

  private static final String EXERCISED = "EXERCISED";
  private static final BigDecimal THRESHOLD = new BigDecimal("0.01");

  /** What an option is worth at its underlying's settlement price in USD. */
  public static Expiry of(OptionContract contract, BigDecimal settlementPrice) {
    BigDecimal inTheMoney =
        contract.right() == Direction.CALL
            ? settlementPrice.subtract(contract.strike())
            : contract.strike().subtract(settlementPrice);
    return inTheMoney.compareTo(THRESHOLD) >= 0
        ? new Expiry(inTheMoney.setScale(4, RoundingMode.HALF_UP), EXERCISED)
        : new Expiry(BigDecimal.ZERO.setScale(4), "EXPIRED");
  }

  /** At which settlement price it would have ended the other way. */
  public static String otherwise(OptionContract contract, BigDecimal settlementPrice) {
    boolean exercised = of(contract, settlementPrice).reason().equals(EXERCISED);
    boolean call = contract.right() == Direction.CALL;
    BigDecimal bound =
        call ? contract.strike().add(THRESHOLD) : contract.strike().subtract(THRESHOLD);
    if (bound.signum() < 0) {
      return "none: no settlement price is that low";
    }
    String side = exercised ? (call ? "< " : "> ") : (call ? "≥ " : "≤ ");
    return "settlement price "
        + side
        + bound.stripTrailingZeros().toPlainString()
        + (exercised ? " (EXPIRED)" : " (EXERCISED)");
  }

  /**
   * When the settlement price is taken: at the open of the last day for AM classes, at its close
   * for all others; a last day without a session counts as the session before.
   */
  public static Instant moment(OptionContract contract, TradingCalendar calendar) {
    LocalDate day = contract.expiration();
    while (!calendar.isTradingDay(day)) {
      day = day.minusDays(1);
    }
    // An AM class no longer trades on that day: its session is the underlying's.
    return ContractClass.of(contract.root()).settlement() == Settlement.AM
        ? calendar.session(day, contract.root()).orElseThrow().open()
        : calendar.session(day, contract).orElseThrow().close();
  }
}
