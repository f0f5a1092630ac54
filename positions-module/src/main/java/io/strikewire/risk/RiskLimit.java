package io.strikewire.risk;

import io.strikewire.decision.Rejection;
import java.util.Arrays;
import java.util.Optional;

/** The limits, in the order in which they are asked. */
public enum RiskLimit {
  CONTRACTS_PER_POSITION("max-position-size", Rejection.MAX_CONTRACTS_PER_POSITION),
  CONTRACTS_PER_SYMBOL("max-contracts-per-symbol", Rejection.MAX_CONTRACTS_PER_SYMBOL),
  TOTAL_EXPOSURE("max-total-exposure", Rejection.MAX_EXPOSURE),
  OPEN_POSITIONS("max-open-positions", Rejection.MAX_OPEN_POSITIONS),
  DAILY_LOSS("max-daily-loss", Rejection.MAX_DAILY_LOSS),
  ORDERS_PER_MINUTE("max-orders-per-minute", Rejection.MAX_ORDERS_PER_MINUTE),
  PRICE_COLLAR("price-collar-percent", Rejection.PRICE_COLLAR);

  private final String label;
  private final Rejection code;

  RiskLimit(String label, Rejection code) {
    this.label = label;
    this.code = code;
  }

  /** Its name in settings, overrides and answers. */
  public String label() {
    return label;
  }

  /** What an entry over it is refused with. */
  public Rejection code() {
    return code;
  }

  /** The limit of this name. */
  public static Optional<RiskLimit> named(String label) {
    return Arrays.stream(values()).filter(limit -> limit.label.equals(label)).findFirst();
  }
}
