package io.strikewire.continuity.cdi;

import io.strikewire.continuity.Continuity;
import io.strikewire.continuity.Continuity.Gap;
import io.strikewire.continuity.Continuity.Late;
import io.strikewire.continuity.Stance;
import io.strikewire.continuity.jdbc.LastWords;
import io.strikewire.hold.Hold;
import io.strikewire.hold.Hold.Cause;
import io.strikewire.hold.Hold.Kind;
import io.strikewire.hold.Holds;
import io.strikewire.payload.Payload;
import io.strikewire.pipeline.cdi.TransactionMemory;
import io.strikewire.position.PositionBook;
import io.strikewire.signal.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows what strategies say of themselves, in the order of arrival, and knows what is held. */
@ApplicationScoped
public class StrategyWatch {

  private static final String OURSELVES = "strikewire";

  @Inject private Holds holds;
  @Inject private LastWords words;
  @Inject private PositionBook positions;
  @Inject private TransactionMemory memory;

  /** What a transaction knows of the holds: read once, with those that it placed itself. */
  private static final class Known {
    private final List<Hold> inForce = new ArrayList<>();

    private Known(List<Hold> read) {
      inForce.addAll(read);
    }
  }

  /** Takes note of an alert; a gap before it holds its strategy. */
  public void follow(Signal signal, Payload alert, Instant now) {
    Optional<Stance.Step> step = Stance.step(alert);
    if (step.isPresent() && signal.strategy().isPresent()) {
      follow(signal, signal.strategy().get(), step.get(), now);
    }
  }

  /** The holds in force, those of this transaction among them. */
  public List<Hold> holds() {
    return List.copyOf(known().inForce);
  }

  private void follow(Signal signal, String strategy, Stance.Step step, Instant now) {
    Continuity continuity =
        Continuity.of(
            words.before(signal, strategy),
            positions.holds(signal.portfolio(), signal.symbol(), signal.source(), strategy),
            step,
            signal.timestamp());
    if (continuity instanceof Late) {
      return;
    }
    words.remember(signal, strategy, step.after());
    if (continuity instanceof Gap gap) {
      known()
          .inForce
          .add(holds.place(Kind.STRATEGY, strategy, Cause.GAP, gap.reason(), OURSELVES, now));
    }
  }

  private Known known() {
    return memory.of(Known.class, () -> new Known(holds.inForce()));
  }
}
