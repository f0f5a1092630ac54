package io.strikewire.web.trading.http;

import io.strikewire.position.TradingDesk.Wish;
import io.strikewire.web.problem.http.Problems;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers to wishes. */
public final class Wishes {

  private Wishes() {}

  /** 202 with the order, or 404, or 409 with why not. */
  public static Response answer(Wish wish) {
    if (wish instanceof Wish.Granted granted) {
      return Response.accepted(OrderView.of(granted.order()))
          .type(MediaType.APPLICATION_JSON)
          .build();
    }
    if (wish instanceof Wish.Refused refused) {
      return Problems.answer(409, refused.why());
    }
    throw new NotFoundException();
  }
}
