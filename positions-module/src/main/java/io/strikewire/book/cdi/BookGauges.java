package io.strikewire.book.cdi;

import io.strikewire.archive.KnownFigure;
import io.strikewire.event.ServiceStarted;
import io.strikewire.position.BookHealth;
import io.strikewire.position.KillSwitch.Mode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** What about the book needs a person: orders without an answer, old marks, faults, the brake. */
@ApplicationScoped
public class BookGauges {

  @Inject private MetricRegistry registry;
  @Inject private BookHealth health;
  @Inject private Clock clock;

  void on(@Observes ServiceStarted event) {
    add("orders_unknown", BookHealth.State::unknownOrders);
    add("positions_without_fresh_mark", BookHealth.State::withoutFreshMark);
    add("book_faults", state -> state.faults().size());
    add("kill_switch_engaged", state -> state.brake() == Mode.ACTIVE ? 0 : 1);
  }

  private void add(String name, ToIntFunction<BookHealth.State> figure) {
    registry.gauge(
        "strikewire_" + name,
        KnownFigure.orNaN(() -> figure.applyAsInt(health.state(clock.instant()))));
  }
}
