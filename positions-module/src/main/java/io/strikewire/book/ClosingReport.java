package io.strikewire.book;

import io.strikewire.decision.Decision;
import io.strikewire.decision.Rejection;
import io.strikewire.decision.Verdict;
import io.strikewire.event.SignalEvent.Closing;
import io.strikewire.event.SignalEvent.PositionsClosed;
import io.strikewire.event.SignalEvent.Rejected;
import io.strikewire.event.SignalRoute;
import io.strikewire.position.Position;
import io.strikewire.signal.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The decision on a closing signal: EXIT with what was sold, or REJECT when nothing was open. */
public final class ClosingReport {

  private ClosingReport() {}

  /** Tells what a closing signal did. */
  public static Closing of(
      Signal signal, List<Position> closed, Decision.Versions versions, Instant now) {
    if (closed.isEmpty()) {
      String side = signal.intent().side().map(named -> " " + named).orElse("");
      return new Rejected(
          Decision.rejected(
              signal.id(),
              SignalRoute.CLOSE,
              Rejection.NOTHING_TO_CLOSE,
              List.of(Verdict.fail("OPEN_POSITION", "no open " + signal.symbol() + side)),
              versions,
              now));
    }
    BigDecimal realized =
        closed.stream().map(Position::realizedPnl).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new PositionsClosed(
        closed,
        new Decision(
            signal.id(),
            Decision.Kind.EXIT,
            SignalRoute.CLOSE,
            Optional.empty(),
            0,
            0,
            closed.stream().map(ClosingReport::verdict).toList(),
            Map.of("positions", closed.size(), "realizedPnL", realized),
            versions.rules(),
            versions.settings(),
            now));
  }

  private static Verdict verdict(Position position) {
    return Verdict.pass(
        "OPEN_POSITION",
        position.contract()
            + " sold at "
            + position.currentPrice()
            + " USD by "
            + position.priceBasis()
            + ", realized "
            + position.realizedPnl()
            + " USD net");
  }
}
