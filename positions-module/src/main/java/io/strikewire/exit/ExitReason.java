package io.strikewire.exit;

/** The stable codes of every exit rule, in the order in which the rules are asked. */
public enum ExitReason {
  PROFIT_TARGET,
  PARTIAL_PROFIT,
  STOP_LOSS,
  TRAILING_STOP,
  GEX_FLIP,
  TIME_EXIT,
  DAYS_TO_EXPIRY,
  MAX_HOLDING
}
