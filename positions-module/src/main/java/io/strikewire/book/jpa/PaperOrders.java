package io.strikewire.book.jpa;

import io.strikewire.broker.Broker.Ticket;
import io.strikewire.broker.PaperDesk;
import io.strikewire.option.OptionContract;
import io.strikewire.position.Fill.Side;
import io.strikewire.position.Market;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * The paper broker's memory. Its transactions are never the caller's: a real broker does not forget
 * either when its customer's transaction rolls back.
 */
@Stateless
@Local(PaperDesk.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PaperOrders implements PaperDesk {

  private static final String ARRIVE =
      """
      INSERT INTO paper_orders (client_order_id, occ_symbol, side, quantity, limit_price, bid, ask,
        basis, priced_at, arrived_at)
      VALUES (:id, :contract, :side, :quantity, CAST(NULLIF(:limit, '') AS numeric), :bid, :ask, :basis,
        :pricedAt, :at)
      ON CONFLICT DO NOTHING
      """;

  private static final String CROSS =
      """
      UPDATE paper_orders SET crossed_bid = :bid, crossed_ask = :ask, crossed_at = :at
      WHERE client_order_id = :id AND crossed_at IS NULL
      """;

  private static final String CANCEL =
      """
      UPDATE paper_orders SET cancelled_at = :at
      WHERE client_order_id = :id AND cancelled_at IS NULL
      """;

  private static final String FIND =
      """
      SELECT occ_symbol, side, quantity, limit_price, bid, ask, basis, priced_at, arrived_at,
        crossed_bid, crossed_ask, crossed_at, cancelled_at
      FROM paper_orders WHERE client_order_id = :id
      """;

  @PersistenceContext(unitName = "positions")
  private EntityManager rows;

  /** For the container. */
  public PaperOrders() {}

  PaperOrders(EntityManager rows) {
    this.rows = rows;
  }

  @Override
  public boolean arrive(Ticket ticket, Instant at) {
    return Sql.of(rows, ARRIVE)
            .with("id", ticket.clientOrderId())
            .with("contract", ticket.contract().occSymbol())
            .with("side", ticket.side().name())
            .with("quantity", ticket.quantity())
            .with("limit", ticket.limit().map(BigDecimal::toPlainString).orElse(""))
            .with("bid", ticket.market().bid())
            .with("ask", ticket.market().ask())
            .with("basis", ticket.market().basis())
            .with("pricedAt", ticket.market().at())
            .with("at", at)
            .run()
        == 1;
  }

  @Override
  public void cross(String clientOrderId, Market market, Instant at) {
    Sql.of(rows, CROSS)
        .with("id", clientOrderId)
        .with("bid", market.bid())
        .with("ask", market.ask())
        .with("at", at)
        .run();
  }

  @Override
  public void cancel(String clientOrderId, Instant at) {
    Sql.of(rows, CANCEL).with("id", clientOrderId).with("at", at).run();
  }

  @Override
  public Optional<Arrival> find(String clientOrderId) {
    return Sql.of(rows, FIND)
        .with("id", clientOrderId)
        .row()
        .map(row -> arrival(clientOrderId, row));
  }

  private static Arrival arrival(String id, Tuple row) {
    String basis = row.get("basis", String.class);
    Optional<Crossing> crossing =
        Optional.ofNullable(row.get("crossed_at", Instant.class))
            .map(
                at ->
                    new Crossing(
                        new Market(
                            row.get("crossed_bid", BigDecimal.class),
                            row.get("crossed_ask", BigDecimal.class),
                            basis,
                            at),
                        at));
    return new Arrival(
        new Ticket(
            id,
            OptionContract.parse(row.get("occ_symbol", String.class)).orElseThrow(),
            Side.valueOf(row.get("side", String.class)),
            row.get("quantity", Number.class).intValue(),
            Optional.ofNullable(row.get("limit_price", BigDecimal.class)),
            new Market(
                row.get("bid", BigDecimal.class),
                row.get("ask", BigDecimal.class),
                basis,
                row.get("priced_at", Instant.class))),
        row.get("arrived_at", Instant.class),
        crossing,
        Optional.ofNullable(row.get("cancelled_at", Instant.class)));
  }
}
