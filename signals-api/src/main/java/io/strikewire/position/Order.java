package io.strikewire.position;

import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.signal.Portfolio;
import io.strikewire.signal.SignalId;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An instruction to the broker. Options are only ever bought to open and sold to close, so the side
 * tells an entry from an exit.
 *
 * @param clientOrderId its name at the broker, derived from what caused it: the same cause cannot
 *     be ordered twice
 * @param signalId the signal that caused it, if one did
 * @param reason {@code ENTRY}, or why it is sold
 * @param limit the worst price in USD per share; empty for a market order
 * @param market what was known of the price when it was placed
 */
public record Order(
    String clientOrderId,
    UUID positionId,
    Optional<SignalId> signalId,
    Portfolio portfolio,
    Symbol symbol,
    OptionContract contract,
    Side side,
    String reason,
    Optional<BigDecimal> limit,
    int quantity,
    Market market,
    Instant createdAt,
    OrderProgress progress) {

  /** Why a replaced order is withdrawn. */
  public static final String REPLACED = "REPLACED";

  public Order {
    if (quantity <= 0 || progress.filled() < 0 || progress.filled() > quantity) {
      throw new IllegalArgumentException(
          clientOrderId
              + " is for at least 1 contract, was "
              + progress.filled()
              + " of "
              + quantity);
    }
  }

  /** A new order, not yet known to anyone. */
  public static Order placed(
      String clientOrderId,
      Optional<SignalId> signalId,
      UUID positionId,
      Portfolio portfolio,
      Symbol symbol,
      OptionContract contract,
      Side side,
      String reason,
      Optional<BigDecimal> limit,
      int quantity,
      Market market,
      Instant now) {
    return new Order(
        clientOrderId,
        positionId,
        signalId,
        portfolio,
        symbol,
        contract,
        side,
        reason,
        limit,
        quantity,
        market,
        now,
        OrderProgress.none(now));
  }

  /** What an entry order of a signal is called at the broker. */
  public static String entryName(SignalId signal) {
    return "swe-" + signal;
  }

  /** What a position's exit order is called at the broker. */
  public static String exitName(UUID position, int number) {
    return "swx-" + position + '-' + number;
  }

  /** What the position of a signal is called. */
  public static UUID positionName(SignalId signal) {
    return UUID.nameUUIDFromBytes(("position:" + signal).getBytes(StandardCharsets.UTF_8));
  }

  /** The order's own name in lists, derived from the one at the broker. */
  public UUID id() {
    return UUID.nameUUIDFromBytes(("order:" + clientOrderId).getBytes(StandardCharsets.UTF_8));
  }

  /** Whether it opens something. */
  public boolean isEntry() {
    return side == Side.BUY;
  }

  /** Contracts not executed. */
  public int remaining() {
    return quantity - filled();
  }

  /** Where it is. */
  public OrderState state() {
    return progress.state();
  }

  /** Contracts executed so far. */
  public int filled() {
    return progress.filled();
  }

  /** Why it ended or hangs; empty when there is nothing to say. */
  public String note() {
    return progress.note();
  }

  /** Why its withdrawal was asked for, if it was. */
  public Optional<String> cancelReason() {
    return progress.cancelReason();
  }

  /** Whether something was executed after its withdrawal was asked for. */
  public boolean late() {
    return progress.late();
  }

  /** When it last changed. */
  public Instant updatedAt() {
    return progress.updatedAt();
  }

  /** Handed over once more. */
  public Order sent(Instant now) {
    return with(progress.sent(now));
  }

  /** No answer came. */
  public Order unknown(String why, Instant now) {
    return with(progress.unknown(why, now));
  }

  /** The broker has it. */
  public Order acknowledged(Instant now) {
    return with(progress.acknowledged(now));
  }

  /**
   * The broker never had it. It may go again under its own name, unless it is to be withdrawn or
   * went often enough.
   */
  public Order absent(Instant now) {
    return with(progress.absent(now));
  }

  /**
   * One execution more. What is executed is true, whatever was asked: an order that ended keeps its
   * state and is marked late.
   *
   * @throws IllegalArgumentException if more is executed than was ordered
   */
  public Order executed(int contracts, Instant now) {
    if (contracts > remaining()) {
      throw new IllegalArgumentException(
          clientOrderId
              + " was for "
              + quantity
              + " contracts, the broker executed "
              + (filled() + contracts));
    }
    return with(progress.executed(contracts, quantity, now));
  }

  /** It is over. Ending twice changes nothing. */
  public Order ended(OrderState terminal, String why, Instant now) {
    return with(progress.ended(terminal, why, now));
  }

  /** Its withdrawal is asked for: at once while nobody else knows it, by the broker otherwise. */
  public Order withdrawn(String why, Instant now) {
    return with(progress.withdrawn(why, now));
  }

  /** Its withdrawal is asked for, and what remains is to be ordered again at another limit. */
  public Order replacedBy(BigDecimal newLimit, Instant now) {
    return with(progress.replacedBy(newLimit, REPLACED, now));
  }

  /** The order that follows a replaced one, once that is certainly withdrawn. */
  public Optional<Order> successor(Instant now) {
    return progress
        .replacement()
        .filter(newLimit -> state() == OrderState.CANCELLED && remaining() > 0)
        .map(
            newLimit ->
                placed(
                    clientOrderId + "-r",
                    signalId,
                    positionId,
                    portfolio,
                    symbol,
                    contract,
                    side,
                    reason,
                    Optional.of(newLimit),
                    remaining(),
                    market,
                    now));
  }

  private Order with(OrderProgress made) {
    return new Order(
        clientOrderId,
        positionId,
        signalId,
        portfolio,
        symbol,
        contract,
        side,
        reason,
        limit,
        quantity,
        market,
        createdAt,
        made);
  }
}
