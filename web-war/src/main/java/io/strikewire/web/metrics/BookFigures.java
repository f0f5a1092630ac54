package io.strikewire.web.metrics;

import io.strikewire.position.PositionBook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;

/** Positions, in USD. */
@ApplicationScoped
public class BookFigures implements Figures {

  @Inject private PositionBook book;

  @Override
  public Map<MetricID, Supplier<Number>> figures() {
    Supplier<PositionBook.Totals> totals = Recent.of(book::totals);
    return new FigureMap()
        .add("positions_open", () -> totals.get().openPositions())
        .add("positions_exposure_usd", () -> totals.get().exposure())
        .add("positions_unrealized_pnl_usd", () -> totals.get().unrealizedPnl())
        .add("positions_realized_pnl_usd", () -> totals.get().realizedPnl())
        .all();
  }
}
