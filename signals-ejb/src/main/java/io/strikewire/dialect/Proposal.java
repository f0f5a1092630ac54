package io.strikewire.dialect;

import io.strikewire.payload.Payload;
import io.strikewire.signal.Direction;
import io.strikewire.signal.Symbol;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A trade that an alert proposes.
 *
 * @param source who proposes it
 * @param action BUY, SELL or CLOSE
 * @param underlying what the option is on
 * @param strike USD per share
 * @param expiration the option's last day
 * @param right the side
 * @param quantity contracts, at least one
 * @param strategy the sender's word for the kind of trade
 * @param order how it is to be bought
 * @param metadata what the sender says of it
 */
public record Proposal(
    String source,
    String action,
    Symbol underlying,
    BigDecimal strike,
    LocalDate expiration,
    Direction right,
    int quantity,
    String strategy,
    Order order,
    Payload metadata) {

  /**
   * How it is to be bought.
   *
   * @param type MARKET, LIMIT, STOP or STOP_LIMIT
   * @param limit USD per share, if named
   * @param timeInForce DAY, GTC, IOC or FOK
   */
  public record Order(String type, Optional<BigDecimal> limit, String timeInForce) {
    static final Order MARKET = new Order("MARKET", Optional.empty(), "DAY");

    static Order limit(BigDecimal price) {
      return new Order("LIMIT", Optional.of(price), "DAY");
    }
  }
}
