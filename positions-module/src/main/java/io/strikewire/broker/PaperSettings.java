package io.strikewire.broker;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How the paper broker behaves. Rates are parts of all orders, 0 to 1.
 *
 * @param commission USD per contract
 * @param fee USD per contract
 * @param slippage USD per share that a buyer pays above the ask and a seller gets below the bid
 * @param latency from arrival to the first execution, and between two
 * @param partialRate orders of more than one contract that are executed in two parts
 * @param rejectRate orders that are refused
 * @param lostBefore orders whose hand-over is never answered and that never arrived
 * @param lostAfter orders whose hand-over is never answered and that did arrive
 * @param unreachable questions that are not answered
 * @param repeatRate executions that are told twice
 */
public record PaperSettings(
    BigDecimal commission,
    BigDecimal fee,
    BigDecimal slippage,
    Duration latency,
    BigDecimal partialRate,
    BigDecimal rejectRate,
    BigDecimal lostBefore,
    BigDecimal lostAfter,
    BigDecimal unreachable,
    BigDecimal repeatRate) {

  /** A broker without faults at these costs. */
  public static PaperSettings faultless(BigDecimal commission, BigDecimal fee) {
    BigDecimal never = BigDecimal.ZERO;
    return new PaperSettings(
        commission, fee, never, Duration.ZERO, never, never, never, never, never, never);
  }
}
