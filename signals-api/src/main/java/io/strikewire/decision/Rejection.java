package io.strikewire.decision;

/** The stable codes of every refusal, in the order in which the route can give them. */
public enum Rejection {
  TEST_SIGNAL,
  NOT_ACTIONABLE,
  STRATEGY_PAUSED,
  CONTRACT_EXPIRED,
  COOLDOWN,
  MARKET_HOURS,
  MTF,
  CONFLUENCE,
  TOO_OLD,
  IN_THE_FUTURE,
  DUPLICATE_FINGERPRINT,
  TRIGGER_TOO_OLD,
  CONFIRMATION_ONLY,
  SCORE_TOO_LOW,
  STRAT_CONFIDENCE_TOO_LOW,
  MARKET_DATA_UNAVAILABLE,
  VIX_TOO_HIGH,
  CONFIDENCE_TOO_LOW,
  SIZE_BELOW_MINIMUM,
  CONTRACT_UNKNOWN,
  PREMIUM_UNKNOWN,
  MAX_EXPOSURE,
  KILL_SWITCH,
  MAX_CONTRACTS_PER_POSITION,
  MAX_CONTRACTS_PER_SYMBOL,
  MAX_OPEN_POSITIONS,
  MAX_DAILY_LOSS,
  MAX_ORDERS_PER_MINUTE,
  PRICE_COLLAR,
  SPREAD_TOO_WIDE,
  QUOTE_TOO_OLD,
  NOTHING_TO_CLOSE;

  /** Whether it says something of a signal that asked for a trade, and so counts in rates. */
  public boolean counts() {
    return this != TEST_SIGNAL && this != NOT_ACTIONABLE;
  }
}
