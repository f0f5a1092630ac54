package io.strikewire.web.metrics;

import io.strikewire.archive.SignalArchive;
import io.strikewire.archive.SignalArchive.SignalTotals;
import io.strikewire.decision.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.Tag;

/** Signals: how many came and what became of them, true across restarts and instances. */
@ApplicationScoped
public class SignalFigures implements Figures {

  @Inject private SignalArchive archive;
  @Inject private Clock clock;

  /** The tag of a rejection's figure. */
  public static Tag reason(Rejection code) {
    return new Tag("reason", code.name());
  }

  @Override
  public Map<MetricID, Supplier<Number>> figures() {
    Supplier<SignalTotals> totals = Recent.of(archive::totals);
    FigureMap figures =
        new FigureMap()
            .add("signals_received", () -> totals.get().received())
            .add("signals_pending", () -> totals.get().pending())
            .add("signals_dead", () -> totals.get().dead())
            .add("signals_repeated", () -> totals.get().repeated())
            .add("signals_decided", () -> Acceptances.decided(totals.get()))
            .add("signals_entered", () -> Acceptances.entered(totals.get()))
            .add("signals_rejected", () -> Acceptances.rejected(totals.get()))
            .add("signals_acceptance_rate", () -> Acceptances.rate(totals.get()))
            .add("queue_age_seconds", () -> age(totals.get(), SignalTotals::oldestPending, 0))
            .add("signal_age_seconds", () -> age(totals.get(), SignalTotals::newest, Double.NaN));
    for (Rejection code : Rejection.values()) {
      figures.add(
          "signals_rejected_for",
          () -> totals.get().rejected().getOrDefault(code.name(), 0L),
          reason(code));
    }
    return figures.all();
  }

  private double age(
      SignalTotals totals, Function<SignalTotals, Optional<Instant>> when, double none) {
    return when.apply(totals)
        .map(at -> Math.max(0, Duration.between(at, clock.instant()).toMillis() / 1000.0))
        .orElse(none);
  }
}
