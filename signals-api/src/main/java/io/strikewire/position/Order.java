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
 * @param filled contracts executed so far
 * @param note why it ended or hangs; empty when there is nothing to say
 * @param market what was known of the price when it was placed
 * @param cancelReason why its withdrawal was asked for, if it was
 * @param replacement the limit at which what remains is ordered again once it is withdrawn
 * @param late whether something was executed after its withdrawal was asked for
 * @param attempts how often it was handed over
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
    int filled,
    OrderState state,
    String note,
    Market market,
    Optional<String> cancelReason,
    Optional<BigDecimal> replacement,
    boolean late,
    int attempts,
    Instant createdAt,
    Optional<Instant> sentAt,
    Instant updatedAt) {

  /** Why a replaced order is withdrawn. */
  public static final String REPLACED = "REPLACED";

  private static final int MOST_ATTEMPTS = 5;

  public Order {
    if (quantity <= 0 || filled < 0 || filled > quantity) {
      throw new IllegalArgumentException(
          clientOrderId + " is for at least 1 contract, was " + filled + " of " + quantity);
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
        0,
        OrderState.NEW,
        "",
        market,
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        now,
        Optional.empty(),
        now);
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
    return quantity - filled;
  }

  /** Handed over once more. */
  public Order sent(Instant now) {
    return copy(
        move(OrderState.SENT), filled, "", cancelReason, late, attempts + 1, Optional.of(now), now);
  }

  /** No answer came. */
  public Order unknown(String why, Instant now) {
    return state == OrderState.UNKNOWN || state == OrderState.PARTIALLY_FILLED
        ? this
        : copy(move(OrderState.UNKNOWN), filled, why, cancelReason, late, attempts, sentAt, now);
  }

  /** The broker has it. */
  public Order acknowledged(Instant now) {
    return state == OrderState.UNKNOWN
        ? copy(move(OrderState.SENT), filled, "", cancelReason, late, attempts, sentAt, now)
        : this;
  }

  /**
   * The broker never had it. It may go again under its own name, unless it is to be withdrawn or
   * went often enough.
   */
  public Order absent(Instant now) {
    if (cancelReason.isPresent()) {
      return ended(OrderState.CANCELLED, cancelReason.get(), now);
    }
    if (attempts >= MOST_ATTEMPTS) {
      return ended(
          OrderState.REJECTED, "the broker never received it, " + attempts + " attempts", now);
    }
    Order asked = unknown("the broker never received it", now);
    return asked.copy(
        asked.move(OrderState.NEW), filled, asked.note, cancelReason, late, attempts, sentAt, now);
  }

  /**
   * One execution more. What is executed is true, whatever was asked: an order that ended keeps its
   * state and is marked late.
   *
   * @throws IllegalArgumentException if more is executed than was ordered
   */
  public Order executed(int contracts, Instant now) {
    int total = filled + contracts;
    if (total > quantity) {
      throw new IllegalArgumentException(
          clientOrderId + " was for " + quantity + " contracts, the broker executed " + total);
    }
    boolean afterWithdrawal = late || cancelReason.isPresent() || state.isTerminal();
    OrderState next =
        state.isTerminal()
            ? state
            : move(total == quantity ? OrderState.FILLED : OrderState.PARTIALLY_FILLED);
    return copy(next, total, note, cancelReason, afterWithdrawal, attempts, sentAt, now);
  }

  /** It is over. Ending twice changes nothing. */
  public Order ended(OrderState terminal, String why, Instant now) {
    return state.isTerminal()
        ? this
        : copy(move(terminal), filled, why, cancelReason, late, attempts, sentAt, now);
  }

  /** Its withdrawal is asked for: at once while nobody else knows it, by the broker otherwise. */
  public Order withdrawn(String why, Instant now) {
    if (state == OrderState.NEW) {
      return copy(
          move(OrderState.CANCELLED), filled, why, Optional.of(why), late, attempts, sentAt, now);
    }
    return state.isTerminal() || cancelReason.isPresent()
        ? this
        : copy(state, filled, note, Optional.of(why), late, attempts, sentAt, now);
  }

  /** Its withdrawal is asked for, and what remains is to be ordered again at another limit. */
  public Order replacedBy(BigDecimal newLimit, Instant now) {
    Order asked = withdrawn(REPLACED, now);
    return new Order(
        asked.clientOrderId,
        positionId,
        signalId,
        portfolio,
        symbol,
        contract,
        side,
        reason,
        limit,
        quantity,
        filled,
        asked.state,
        asked.note,
        market,
        asked.cancelReason,
        Optional.of(newLimit),
        late,
        attempts,
        createdAt,
        sentAt,
        now);
  }

  /** The order that follows a replaced one, once that is certainly withdrawn. */
  public Optional<Order> successor(Instant now) {
    return replacement
        .filter(newLimit -> state == OrderState.CANCELLED && remaining() > 0)
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

  private OrderState move(OrderState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(clientOrderId + " cannot go from " + state + " to " + next);
    }
    return next;
  }

  private Order copy(
      OrderState newState,
      int newFilled,
      String newNote,
      Optional<String> newCancelReason,
      boolean newLate,
      int newAttempts,
      Optional<Instant> newSentAt,
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
        newFilled,
        newState,
        newNote,
        market,
        newCancelReason,
        replacement,
        newLate,
        newAttempts,
        createdAt,
        newSentAt,
        now);
  }
}
