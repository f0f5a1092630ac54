package io.strikewire.book.jpa;

import io.strikewire.position.Fill;
import io.strikewire.position.Order;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of {@code fills}. */
@NullUnmarked
@Entity(name = "FillRow")
@Table(name = "fills")
class FillRow {

  @Id private UUID id;

  @Column(name = "position_id")
  private UUID positionId;

  private int number;

  @Column(name = "client_order_id")
  private String clientOrderId;

  @Column(name = "execution_id")
  private String executionId;

  private boolean late;
  private BigDecimal realized;
  private String side;
  private BigDecimal price;
  private int quantity;
  private BigDecimal commission;
  private BigDecimal fee;
  private Instant at;

  /** Named for its position and its number there, so that the same fill cannot be written twice. */
  static FillRow of(UUID position, int number, Fill fill, BigDecimal realized) {
    FillRow row = new FillRow();
    row.id =
        UUID.nameUUIDFromBytes(
            ("fill:" + position + ':' + number).getBytes(StandardCharsets.UTF_8));
    row.positionId = position;
    row.number = number;
    row.side = fill.side().name();
    row.price = fill.price();
    row.quantity = fill.quantity();
    row.commission = fill.commission();
    row.fee = fill.fee();
    row.at = fill.at();
    row.realized = realized;
    return row;
  }

  /** Whose execution it is. */
  FillRow by(Order order, String execution) {
    clientOrderId = order.clientOrderId();
    executionId = execution;
    late = order.late();
    return this;
  }

  Fill toFill() {
    return new Fill(Fill.Side.valueOf(side), price, quantity, commission, fee, at);
  }
}
