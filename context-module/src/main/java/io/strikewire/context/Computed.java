package io.strikewire.context;

import io.strikewire.context.history.MarketPicture;
import io.strikewire.market.Figure;
import io.strikewire.market.MarketContext;
import java.util.ArrayList;
import java.util.List;

/** Computed, not believed: what bars say takes the place of what a sender said. */
public final class Computed {

  private Computed() {}

  /** The context with the picture's trend, regime and bias; the sender's become claims. */
  public static MarketContext over(MarketContext context, MarketPicture picture) {
    List<Figure> figures = new ArrayList<>(context.figures());
    figures.addAll(picture.figures());
    figures.add(claim("trend", context.trend(), context));
    figures.add(claim("regime", context.regime(), context));
    figures.add(claim("bias", context.bias(), context));
    return new MarketContext(
        context.id(),
        context.ticker(),
        context.price(),
        context.timeframe(),
        context.vix(),
        picture.regime(),
        picture.trend(),
        picture.bias(),
        context.asOf(),
        context.origin(),
        context.source(),
        figures);
  }

  private static Figure claim(String name, Object value, MarketContext context) {
    return new Figure("claimed." + name, String.valueOf(value), context.source(), context.asOf());
  }
}
