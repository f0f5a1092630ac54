package io.strikewire.book.cdi;

import io.strikewire.book.jpa.HandDesk;
import io.strikewire.book.jpa.PriceBoard;
import io.strikewire.position.TradingDesk;
import io.strikewire.signal.Symbol;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Takes wishes: looks the price up first, then does them under the portfolio's lock. */
@ApplicationScoped
public class Desk implements TradingDesk {

  @Inject private HandDesk desk;
  @Inject private PriceBoard prices;

  @Override
  public Wish close(UUID positionId, String by, Instant now) {
    return desk.position(positionId)
        .map(
            position ->
                desk.close(
                    position, prices.price(position.contract(), now), prices.mode(now), by, now))
        .orElseGet(Wish.NotFound::new);
  }

  @Override
  public Wish cancel(UUID orderId, String by, Instant now) {
    return desk.order(orderId)
        .map(order -> desk.cancel(order, by, now))
        .orElseGet(Wish.NotFound::new);
  }

  @Override
  public Wish replace(UUID orderId, BigDecimal limit, String by, Instant now) {
    return desk.order(orderId)
        .map(order -> desk.replace(order, limit, by, now))
        .orElseGet(Wish.NotFound::new);
  }

  @Override
  public BigDecimal settle(Symbol root, LocalDate day, BigDecimal price, String by, Instant now) {
    return desk.settle(root, day, price, by, now);
  }
}
